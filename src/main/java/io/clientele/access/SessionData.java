package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Customers' sessions, and wrong passwords that were tried for an address. The sessions themselves end with the account; where
 * they came from is forgotten at once.
 */
@ApplicationScoped
class SessionData implements PersonData {

    private static final List<PersonSection> SECTIONS =
            List.of(new PersonSection("sessions", subject -> SqlFragment.of("""
            select website_id, created_at, expires_at, last_used_at, revoked_at, address, device, scopes,
                admin_id is not null as is_assisted
            from access_token where subject_type = ? and subject_id = ? order by id""", type(), subject.account())));

    private final Database database;

    SessionData(Database database) {
        this.database = database;
    }

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }

    @Override
    public List<SqlFragment> emailKeys() {
        return List.of(SqlFragment.of("select login_key from sign_in_throttle where subject_type = ?", type()));
    }

    @Override
    public void erase(DataSubject subject) {
        database.run(SqlFragment.of(
                "update access_token set address = null, device = null where subject_type = ? and subject_id = ?",
                type(),
                subject.account()));
        database.run(SqlFragment.of(
                "delete from sign_in_throttle where subject_type = ? and login_key = ?", type(), subject.emailKey()));
    }

    private static int type() {
        return Caller.Type.CUSTOMER.number();
    }
}
