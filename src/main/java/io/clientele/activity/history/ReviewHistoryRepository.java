package io.clientele.activity.history;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads reviews: one statement for the pages of however many customers. */
@ApplicationScoped
class ReviewHistoryRepository {

    private static final String PAGES = """
            select c.id, t.total, r.sku, r.nickname, r.title, r.detail, r.rating, r.status, r.created_at
            from unnest(?::bigint[]) as c (id)
            cross join lateral (select count(*) as total from product_review r where r.customer_id = c.id) t
            left join lateral (
                select r.* from product_review r where r.customer_id = c.id
                order by r.created_at desc, r.id desc limit ? offset ?
            ) r on true
            order by c.id, r.created_at desc, r.id desc""";

    private final Database database;

    @Inject
    ReviewHistoryRepository(Database database) {
        this.database = database;
    }

    /** A page of the reviews of each customer, the latest first. */
    Map<Long, Page<Review>> pages(long[] customerIds, int pageSize, int currentPage) {
        Map<Long, Page<Review>> pages = new HashMap<>();
        database.listPlanned(SqlFragment.of(PAGES, customerIds, pageSize, Page.offset(pageSize, currentPage)), row -> {
            long total = row.getLong(2);
            List<Review> items = pages.computeIfAbsent(
                            row.getLong(1), _ -> new Page<>(new ArrayList<>(), total, pageSize, currentPage))
                    .items();
            return row.getString(3) != null && items.add(read(row));
        });
        return pages;
    }

    private static Review read(ResultSet row) throws SQLException {
        return new Review(
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
