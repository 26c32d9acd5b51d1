package io.clientele.customer;

import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.tax.vat.VatAnswers;
import io.clientele.tax.vat.VatNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An account, and the links that were mailed to its owner. All of it goes with the row. */
@ApplicationScoped
class CustomerData implements PersonData {

    private static final List<PersonSection> SECTIONS =
            List.of(PersonSection.ofAccount("account", """
                    select c.id, c.website_id, c.store_id, c.group_id, g.code as customer_group, c.email, c.prefix, c.firstname,
                        c.middlename, c.lastname, c.suffix, c.dob, c.gender, c.taxvat, c.vat_basis, c.created_in,
                        c.disable_auto_group_change, c.external_id, c.is_active, c.confirmation is null as is_confirmed,
                        c.email_verified_at, c.created_at, c.updated_at, r.restricted_at, r.objected_at,
                        (select jsonb_object_agg(t.code, v.value) from jsonb_each(c.attributes) v
                            join attribute t on t.id::text = v.key) as attributes
                    from customer c join customer_group g on g.id = c.group_id
                    left join customer_restriction r on r.customer_id = c.id
                    where c.id = ?"""), PersonSection.ofAccount("mailed_links", """
                    select k.purpose, k.email, k.created_at, k.expires_at, k.used_at
                    from account_token k where k.customer_id = ? order by k.created_at"""));

    /** The country of a number that stands with the account is that of its addresses; the first letters may say another. */
    private static final String NUMBERS = """
            select coalesce(a.country_id, left(n.number, 2)), n.number
            from customer c left join customer_address a on a.customer_id = c.id
            cross join lateral (values (a.vat_id), (c.taxvat), (c.vat_basis)) n (number)
            where c.id = ? and n.number <> ''""";

    private final Database database;
    private final VatAnswers answers;

    @Inject
    CustomerData(Database database, VatAnswers answers) {
        this.database = database;
        this.answers = answers;
    }

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }

    @Override
    public List<SqlFragment> emailKeys() {
        return List.of(
                SqlFragment.of("select email_key from customer"),
                SqlFragment.of("select email_key from merged_customer where email_key is not null"));
    }

    @Override
    public void erase(DataSubject subject) {
        List<VatNumber> numbers = new ArrayList<>();
        database.list(SqlFragment.of(NUMBERS, subject.account()), row -> {
            String number = row.getString(2);
            String letters = number.substring(0, Math.min(2, number.length())).toUpperCase(Locale.ROOT);
            return numbers.add(VatNumber.of(row.getString(1), number)) && numbers.add(VatNumber.of(letters, number));
        });
        answers.forget(numbers);
    }
}
