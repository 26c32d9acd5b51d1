package io.clientele.transfer;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** What imports ask about customers. */
@ApplicationScoped
class TargetRepository {

    private final Database database;

    @Inject
    TargetRepository(Database database) {
        this.database = database;
    }

    /** The websites of customers, by their ids. */
    Map<Long, Integer> websites(long[] customerIds) {
        Map<Long, Integer> websites = new HashMap<>();
        database.list(
                SqlFragment.of("select id, website_id from customer where id = any(?)", customerIds),
                row -> websites.put(row.getLong(1), row.getInt(2)));
        return websites;
    }
}
