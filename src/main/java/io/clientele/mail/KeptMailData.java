package io.clientele.mail;

import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;

/** The last mails, which are kept on somebody's own machine only. */
@ApplicationScoped
class KeptMailData implements PersonData {

    private final Database database;

    KeptMailData(Database database) {
        this.database = database;
    }

    @Override
    public void erase(DataSubject subject) {
        database.run(SqlFragment.of("delete from kept_mail where person = any (?)", (Object) subject.names()));
    }
}
