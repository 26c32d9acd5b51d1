package io.clientele.address;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The books become one. An address that the account that stays has already, by its content, is not taken over, unless it is
 * known elsewhere by a key of its own or becomes a default that was missing; defaults of the account that stays are kept.
 */
@ApplicationScoped
class AddressMerging implements MergeParticipant {

    private static final List<String> FOLDED = List.of(
            "firstname",
            "lastname",
            "middlename",
            "prefix",
            "suffix",
            "company",
            "city",
            "postcode",
            "region",
            "telephone",
            "fax",
            "vat_id");

    @Override
    public List<MergeRule> rules() {
        return List.of(MergeRule.moved("addresses", "customer_address", "id")
                .unless(twin())
                .setting("website_id", "{website}")
                .setting(
                        "external_id",
                        "case when t.website_id = {website} or not exists (select from customer_address d"
                                + " where d.website_id = {website} and d.external_id = t.external_id) then t.external_id end")
                .setting("is_default_billing", stillDefault("is_default_billing"))
                .setting("is_default_shipping", stillDefault("is_default_shipping"))
                .unlessChanged());
    }

    private static String twin() {
        StringBuilder twin = new StringBuilder("t.external_id is null and t.country_id = s.country_id"
                + " and t.region_id = s.region_id and t.attributes = s.attributes"
                + " and lower(array_to_string(t.street, chr(10))) = lower(array_to_string(s.street, chr(10)))");
        FOLDED.forEach(each -> twin.append(" and lower(coalesce(t.")
                .append(each)
                .append(", '')) = lower(coalesce(s.")
                .append(each)
                .append(", ''))"));
        return twin.append(" and not ")
                .append(stillDefault("is_default_billing"))
                .append(" and not ")
                .append(stillDefault("is_default_shipping"))
                .toString();
    }

    private static String stillDefault(String column) {
        return "(t." + column + " and not exists (select from customer_address d where d.customer_id = {stays} and d."
                + column + "))";
    }
}
