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

    private static final String BILLING_PARTS = "customer_address_telephone_part_ix";

    private static final String LOCKS = "credential k where k.subject_type = 3 and k.subject_id = c.id";

    private static final String LOCK =
            "left join credential by_lock on by_lock.subject_type = 3 and by_lock.subject_id = c.id";

    /** Whether the data of {@code customer c} is kept and not used. */
    private static final String RESTRICTED = "exists (select 1 from customer_restriction r"
            + " where r.customer_id = c.id and r.restricted_at is not null)";

    private static final List<SearchField> OWN = List.of(
            of("id", Type.INTEGER, "c.id").always().rarely().ordered(),
            of("entity_id", Type.INTEGER, "c.id").always().rarely().ordered(),
            of("website_id", Type.INTEGER, "c.website_id").always().ordered(),
            of("store_id", Type.INTEGER, "c.store_id").always(),
            of("group_id", Type.INTEGER, "c.group_id").always().ordered(),
            folded("email", "c.email_key")
                    .always()
                    .withParts("customer_email_part_ix.1")
                    .rarely()
                    .ordered(),
            text("firstname", "c.firstname")
                    .always()
                    .withParts("customer_firstname_part_ix.1")
                    .ordered(),
            text("lastname", "c.lastname")
                    .always()
                    .withParts("customer_lastname_part_ix.1")
                    .ordered(),
            text("middlename", "c.middlename"),
            text("prefix", "c.prefix"),
            text("suffix", "c.suffix"),
            text("name", NAME)
                    .always()
                    .withParts("customer_prefix_name_part_ix.1")
                    .ordered(),
            of("dob", Type.DATE, "c.dob").ordered(),
            of("gender", Type.INTEGER, "c.gender").ordered(),
            text("taxvat", "c.taxvat"),
            text("confirmation", "c.confirmation"),
            text("created_in", "c.created_in").always(),
            of("disable_auto_group_change", Type.BOOLEAN, "c.disable_auto_group_change")
                    .always(),
            text("external_id", "c.external_id"),
            of("created_at", Type.MOMENT, "c.created_at").always().ordered(),
            of("updated_at", Type.MOMENT, "c.updated_at").always().ordered(),
            of("is_confirmed", Type.BOOLEAN, "(c.confirmation is null)").always(),
            of("is_active", Type.BOOLEAN, "c.is_active").always(),
            of("processing_restricted", Type.BOOLEAN, RESTRICTED).always(),
            of("lock_expires", Type.MOMENT, "k.locked_until")
                    .of("lock_expires", LOCKS)
                    .sortedBy(LOCK, of("lock_expires", Type.MOMENT, "by_lock.locked_until"), null),
            of("default_billing", Type.INTEGER, "a.id").of("default_billing", BILLING),
            of("default_shipping", Type.INTEGER, "a.id").of("default_shipping", SHIPPING),
            billing("postcode"),
            billing("city").withParts(BILLING_PARTS + ".3"),
            billing("telephone").withParts(BILLING_PARTS + ".1"),
            billing("region"),
            billing("country_id"),
            billing("company").withParts(BILLING_PARTS + ".2"),
            billing("street", "a.street[1]"),
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
        return billing(column, "a." + column);
    }

    /**
     * Sorted by what has one row for each customer: the default billing address, or that there is none. Which addresses count is said
     * outside, since PostgreSQL reads the parts of a union by their indexes only where these have no condition of their own.
     */
    private static SearchField billing(String name, String column) {
        SearchField own = text(name, column);
        String by = "by_billing_" + name;
        String joined = "join (select a.customer_id, " + own.sql()
                + " as value, a.is_default_billing as counts from customer_address a union all"
                + " select w.customer_id, w.value, true from customer_without_billing w) " + by + " on " + by
                + ".customer_id = c.id and " + by + ".counts";
        return own.of("billing_" + name, BILLING)
                .countedIn("customer_address a where a.is_default_billing")
                .sortedBy(joined, folded(name, by + ".value"), by + ".customer_id");
    }
}
