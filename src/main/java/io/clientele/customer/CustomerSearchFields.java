package io.clientele.customer;

import static io.clientele.shared.search.SearchField.folded;
import static io.clientele.shared.search.SearchField.of;
import static io.clientele.shared.search.SearchField.text;

import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchField.Type;
import io.clientele.shared.search.SearchFields;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The fields customers can be searched by: their own, those of the default billing address, and other features'. */
@ApplicationScoped
class CustomerSearchFields {

    private static final List<SearchField> OWN = List.of(
            of("id", Type.INTEGER, "c.id").always(),
            of("entity_id", Type.INTEGER, "c.id").always(),
            of("website_id", Type.INTEGER, "c.website_id").always(),
            of("store_id", Type.INTEGER, "c.store_id").always(),
            of("group_id", Type.INTEGER, "c.group_id").always(),
            folded("email", "c.email_key").always().withParts(),
            text("firstname", "c.firstname").always().withParts(),
            text("lastname", "c.lastname").always().withParts(),
            text("middlename", "c.middlename"),
            text("prefix", "c.prefix"),
            text("suffix", "c.suffix"),
            text("name", "concat_ws(' ', c.prefix, c.firstname, c.middlename, c.lastname, c.suffix)"),
            of("dob", Type.DATE, "c.dob"),
            of("gender", Type.INTEGER, "c.gender"),
            text("taxvat", "c.taxvat"),
            text("confirmation", "c.confirmation"),
            text("created_in", "c.created_in").always(),
            of("disable_auto_group_change", Type.BOOLEAN, "c.disable_auto_group_change")
                    .always(),
            text("external_id", "c.external_id"),
            of("created_at", Type.MOMENT, "c.created_at").always(),
            of("updated_at", Type.MOMENT, "c.updated_at").always(),
            of("is_confirmed", Type.BOOLEAN, "(c.confirmation is null)").always(),
            of("lock_expires", Type.MOMENT, CustomerRows.LOCKED_UNTIL),
            of("default_billing", Type.INTEGER, address("id", "is_default_billing")),
            of("default_shipping", Type.INTEGER, address("id", "is_default_shipping")),
            text("billing_postcode", address("postcode", "is_default_billing")),
            text("billing_city", address("city", "is_default_billing")),
            text("billing_telephone", address("telephone", "is_default_billing")),
            text("billing_region", address("region", "is_default_billing")),
            text("billing_country_id", address("country_id", "is_default_billing")),
            text("billing_company", address("company", "is_default_billing")),
            text("billing_street", address("street[1]", "is_default_billing")),
            text("billing_fax", address("fax", "is_default_billing")),
            text("billing_firstname", address("firstname", "is_default_billing")),
            text("billing_lastname", address("lastname", "is_default_billing")),
            text("billing_vat_id", address("vat_id", "is_default_billing")));

    private final SearchFields fields;

    @Inject
    CustomerSearchFields(@All List<CustomerExtension> extensions) {
        List<SearchField> all = new ArrayList<>(OWN);
        extensions.forEach(extension -> all.addAll(extension.searchFields()));
        fields = new SearchFields(all);
    }

    SearchFields fields() {
        return fields;
    }

    private static String address(String column, String flag) {
        return "(select a." + column + " from customer_address a where a.customer_id = c.id and a." + flag + ")";
    }
}
