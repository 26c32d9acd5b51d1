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

    /** The default billing address of {@code customer c}. */
    static final String BILLING = "customer_address a where a.customer_id = c.id and a.is_default_billing";

    private static final String SHIPPING = "customer_address a where a.customer_id = c.id and a.is_default_shipping";

    private static final String NAME = "customer_name(c.prefix, c.firstname, c.middlename, c.lastname, c.suffix)";

    private static final String LOCKS = "credential k where k.subject_type = 3 and k.subject_id = c.id";

    /** Whether the data of {@code customer c} is kept and not used. */
    private static final String RESTRICTED = "exists (select 1 from customer_restriction r"
            + " where r.customer_id = c.id and r.restricted_at is not null)";

    private static final List<SearchField> OWN = List.of(
            of("id", Type.INTEGER, "c.id").always().rarely(),
            of("entity_id", Type.INTEGER, "c.id").always().rarely(),
            of("website_id", Type.INTEGER, "c.website_id").always(),
            of("store_id", Type.INTEGER, "c.store_id").always(),
            of("group_id", Type.INTEGER, "c.group_id").always(),
            folded("email", "c.email_key").always().withParts().rarely(),
            text("firstname", "c.firstname").always().withParts(),
            text("lastname", "c.lastname").always().withParts(),
            text("middlename", "c.middlename"),
            text("prefix", "c.prefix"),
            text("suffix", "c.suffix"),
            text("name", NAME).always().withParts(),
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
            of("is_active", Type.BOOLEAN, "c.is_active").always(),
            of("processing_restricted", Type.BOOLEAN, RESTRICTED).always(),
            of("lock_expires", Type.MOMENT, "k.locked_until").of("lock_expires", LOCKS),
            of("default_billing", Type.INTEGER, "a.id").of("default_billing", BILLING),
            of("default_shipping", Type.INTEGER, "a.id").of("default_shipping", SHIPPING),
            billing("postcode"),
            billing("city").withParts(),
            billing("telephone").withParts(),
            billing("region"),
            billing("country_id"),
            billing("company").withParts(),
            text("street", "a.street[1]").of("billing_street", BILLING),
            billing("fax"),
            billing("firstname"),
            billing("lastname"),
            billing("vat_id"));

    private final SearchFields fields;

    @Inject
    CustomerSearchFields(AttributeSearch attributes, @All List<CustomerExtension> extensions) {
        List<SearchField> all = new ArrayList<>(OWN);
        extensions.forEach(extension -> all.addAll(extension.searchFields()));
        fields = new SearchFields(all, attributes::field);
    }

    SearchFields fields() {
        return fields;
    }

    private static SearchField billing(String column) {
        return text(column, "a." + column).of("billing_" + column, BILLING);
    }
}
