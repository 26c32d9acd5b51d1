package io.clientele.segment;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The statements about the segments of customers, visitors and carts. */
@ApplicationScoped
class ShopperSegmentRepository {

    private final Database database;

    @Inject
    ShopperSegmentRepository(Database database) {
        this.database = database;
    }

    /** A segment a customer is in. */
    record Entry(long segmentId, Instant enteredAt) {}

    /** Whose cart it is. */
    record Owner(@Nullable Long customerId, @Nullable Long visitorId) {}

    /** A customer's website and group. */
    record Place(int websiteId, int groupId) {}

    /** The segments of each of the customers, by id. */
    Map<Long, List<Entry>> of(Collection<Long> customerIds) {
        Map<Long, List<Entry>> entries = new HashMap<>();
        database.list(
                SqlFragment.of(
                        "select customer_id, segment_id, entered_at from segment_member where customer_id = any (?)"
                                + " order by segment_id",
                        (Object) customerIds.stream().mapToLong(Long::longValue).toArray()),
                row -> entries.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new Entry(
                                row.getLong(2),
                                row.getObject(3, OffsetDateTime.class).toInstant())));
        return entries;
    }

    /** The segments that the statement selects. */
    SortedSet<Long> fitting(SqlFragment segments) {
        return new TreeSet<>(database.list(segments, row -> row.getLong(1)));
    }

    Optional<Owner> cart(String externalId) {
        return database.first(
                SqlFragment.of("select customer_id, visitor_id from cart where external_id = ?", externalId),
                row -> new Owner(row.getObject(1, Long.class), row.getObject(2, Long.class)));
    }

    Optional<Place> place(long customerId) {
        return database.first(
                SqlFragment.of("select website_id, group_id from customer where id = ?", customerId),
                row -> new Place(row.getInt(1), row.getInt(2)));
    }
}
