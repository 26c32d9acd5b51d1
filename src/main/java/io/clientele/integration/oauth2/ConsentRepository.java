package io.clientele.integration.oauth2;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What customers let apps do. */
@ApplicationScoped
class ConsentRepository {

    private static final int MOST = 1_000;

    private static final String GIVE = """
            insert into oauth2_consent as c (customer_id, integration_id, scopes, created_at, updated_at)
            values (?, ?, ?, ?, ?) on conflict (customer_id, integration_id) do update
            set scopes = array(select distinct s from unnest(c.scopes || excluded.scopes) s order by s),
                updated_at = excluded.updated_at""";
    private static final String OF = """
            select c.integration_id, i.name, c.scopes, c.created_at, c.updated_at
            from oauth2_consent c join integration i on i.id = c.integration_id
            where c.customer_id = ? order by c.created_at desc, c.integration_id limit\s""" + MOST;
    private static final String WITHDRAW = "delete from oauth2_consent where customer_id = ? and integration_id = ?";

    private final Database database;

    ConsentRepository(Database database) {
        this.database = database;
    }

    /** Adds to what the customer consented to before. */
    void give(long customerId, long integrationId, List<String> scopes, Instant at) {
        database.run(SqlFragment.of(GIVE, customerId, integrationId, OAuth2Rows.array(scopes), at, at));
    }

    /** The latest first; a thousand at most. */
    List<Consent> of(long customerId) {
        return database.list(
                SqlFragment.of(OF, customerId),
                row -> new Consent(
                        row.getLong("integration_id"),
                        row.getString("name"),
                        OAuth2Rows.list(row, "scopes"),
                        OAuth2Rows.moment(row, "created_at"),
                        OAuth2Rows.moment(row, "updated_at")));
    }

    /** False when there was none. */
    boolean withdraw(long customerId, long integrationId) {
        return database.run(SqlFragment.of(WITHDRAW, customerId, integrationId)) == 1;
    }
}
