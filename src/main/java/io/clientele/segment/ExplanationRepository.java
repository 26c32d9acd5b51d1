package io.clientele.segment;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statement about what is kept of a customer in a segment. */
@ApplicationScoped
class ExplanationRepository {

    private static final String FIND = """
            select c.website_id, m.entered_at, p.is_in from customer c
            left join segment_member m on m.customer_id = c.id and m.segment_id = ?
            left join segment_pin p on p.customer_id = c.id and p.segment_id = ?
            where c.id = ?""";

    private final Database database;

    @Inject
    ExplanationRepository(Database database) {
        this.database = database;
    }

    /** What is kept; null for what is not. */
    record Kept(
            int websiteId,
            @Nullable Instant enteredAt,
            @Nullable Boolean pinned) {}

    Optional<Kept> find(long segmentId, long customerId) {
        return database.first(
                SqlFragment.of(FIND, segmentId, segmentId, customerId),
                row -> new Kept(row.getInt(1), SegmentRows.moment(row, 2), row.getObject(3, Boolean.class)));
    }
}
