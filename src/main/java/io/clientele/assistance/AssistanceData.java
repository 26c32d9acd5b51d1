package io.clientele.assistance;

import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The consent to assistance, and when administrators acted for a customer. The log stays; what an administrator wrote as the reason
 * may tell of the customer, and goes.
 */
@ApplicationScoped
class AssistanceData implements PersonData {

    private static final List<PersonSection> SECTIONS = List.of(
            PersonSection.ofAccount(
                    "assistance_consent", "select given_at from assistance_consent where customer_id = ?"),
            PersonSection.ofAccount("assistance_log", """
                    select happened_at, website_id, action, reason, refusal
                    from assistance_log where customer_id = ? order by id"""));

    private final Database database;

    @Inject
    AssistanceData(Database database) {
        this.database = database;
    }

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }

    @Override
    public void erase(DataSubject subject) {
        database.run(SqlFragment.of(
                "update assistance_log set reason = null where customer_id = ? and reason is not null",
                subject.account()));
    }
}
