package io.clientele.transfer;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
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

    /** Where a customer is. */
    record Place(int websiteId, int groupId) {}

    Map<Long, Place> places(Collection<Long> customerIds) {
        Map<Long, Place> places = new HashMap<>();
        database.list(
                SqlFragment.of(
                        "select id, website_id, group_id from customer where id = any(?)",
                        customerIds.stream().mapToLong(Long::longValue).toArray()),
                row -> places.put(row.getLong(1), new Place(row.getInt(2), row.getInt(3))));
        return places;
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
