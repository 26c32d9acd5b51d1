package io.clientele.massaction;

import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What customers were like before actions on many of them, which goes with the account, and who was selected by an address. */
@ApplicationScoped
class MassActionData implements PersonData {

    private static final List<PersonSection> SECTIONS = List.of(PersonSection.ofAccount("mass_actions", """
            select a.name as action, i.before
            from mass_action_item i join mass_action a on a.job_id = i.job_id
            where i.customer_id = ? order by i.job_id"""));

    private final Database database;

    @Inject
    MassActionData(Database database) {
        this.database = database;
    }

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }

    /** An action that has begun has its list of customers, and needs no criteria any more. */
    @Override
    public void erase(DataSubject subject) {
        database.run(SqlFragment.of(
                "update mass_action set criteria = null where position(? in lower(criteria::text)) > 0",
                subject.emailKey()));
    }
}
