package io.clientele.activity;

import io.clientele.shared.Fold;
import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/** The statements about product reviews. */
@ApplicationScoped
class ReviewRepository {

    /** In the order of their ids, so that nobody waits for somebody who waits for them. */
    private static final String LOCK = """
            select id, external_id, customer_id, changed_at
            from product_review where external_id = any (?) order by external_id for no key update""";

    private static final Columns<ReviewReport> CHANGED = new Columns<ReviewReport>()
            .with("customer_id", "bigint", ReviewReport::customerId)
            .with("sku", "text", ReviewReport::sku)
            .with("sku_key", "text", review -> Fold.key(review.sku()))
            .with("nickname", "text", ReviewReport::nickname)
            .with("title", "text", ReviewReport::title)
            .with("detail", "text", ReviewReport::detail)
            .with("rating", "smallint", ReviewReport::rating)
            .with("status", "text", ReviewReport::status)
            .with("created_at", "timestamptz", ReviewReport::createdAt)
            .with("changed_at", "timestamptz", ReviewReport::updatedAt);
    private static final Columns<ReviewReport> NEW = new Columns<ReviewReport>()
            .with("external_id", "text", ReviewReport::externalId)
            .and(CHANGED);
    private static final Columns<ReviewReport> WITH_ID =
            new Columns<ReviewReport>().with("id", "bigint", ReviewReport::id).and(CHANGED);

    private static final String INSERT =
            "insert into product_review (" + NEW.names() + ") select " + NEW.values() + " from";
    private static final String UPDATE = "update product_review r set " + CHANGED.assignments() + " from";

    private final Database database;

    @Inject
    ReviewRepository(Database database) {
        this.database = database;
    }

    /** The reviews with the shop's ids, which nobody else changes until the transaction ends. */
    List<StoredFact> lock(Collection<String> externalIds) {
        return database.list(
                SqlFragment.of(LOCK, (Object) externalIds.toArray(String[]::new)),
                row -> new StoredFact(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, Long.class),
                        row.getObject(4, OffsetDateTime.class).toInstant()));
    }

    /** Writes new reviews. Somebody else may be faster with one of them, which fails. */
    void insert(List<ReviewReport> reviews) {
        if (!reviews.isEmpty()) {
            database.run(SqlFragment.of(INSERT).then(NEW.of(reviews)).then("order by n.external_id collate \"C\""));
        }
    }

    /** Writes reviews anew that are locked. */
    void update(List<ReviewReport> reviews) {
        if (!reviews.isEmpty()) {
            database.run(SqlFragment.of(UPDATE).then(WITH_ID.of(reviews)).then("where r.id = n.id::bigint"));
        }
    }
}
