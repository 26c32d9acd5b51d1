package io.clientele.address;

import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A customer's address book. It goes with the account. */
@ApplicationScoped
class AddressData implements PersonData {

    private static final List<PersonSection> SECTIONS = List.of(PersonSection.ofAccount("addresses", """
            select a.id, a.website_id, a.prefix, a.firstname, a.middlename, a.lastname, a.suffix, a.company, a.street, a.city,
                a.postcode, a.country_id, a.region_id, a.region, a.region_code, a.telephone, a.fax, a.vat_id, a.vat_is_valid,
                a.vat_request_id, a.vat_request_date, a.vat_request_success, a.is_default_billing, a.is_default_shipping,
                a.external_id, a.created_at, a.updated_at,
                (select jsonb_object_agg(t.code, v.value) from jsonb_each(a.attributes) v
                    join attribute t on t.id::text = v.key) as attributes
            from customer_address a where a.customer_id = ? order by a.id"""));

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }
}
