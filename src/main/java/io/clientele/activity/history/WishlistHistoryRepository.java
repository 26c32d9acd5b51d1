package io.clientele.activity.history;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads wish lists: one statement for those of however many customers. */
@ApplicationScoped
class WishlistHistoryRepository {

    private static final String ALL = """
            select w.id, w.customer_id, w.external_id, w.changed_at, i.line, i.sku, i.qty, i.added_at
            from wishlist w left join wishlist_item i on i.wishlist_id = w.id
            where w.customer_id = any (?::bigint[]) order by w.id, i.line""";

    private final Database database;

    @Inject
    WishlistHistoryRepository(Database database) {
        this.database = database;
    }

    /** The wish lists of the customers with their items, the oldest list first. */
    List<Wishlist> ofCustomers(long[] customerIds) {
        Map<Long, Wishlist> lists = new LinkedHashMap<>();
        database.list(SqlFragment.of(ALL, (Object) customerIds), row -> {
            Wishlist list = lists.get(row.getLong(1));
            if (list == null) {
                list = list(row);
                lists.put(list.id(), list);
            }
            return row.getObject(5) != null && list.items().add(item(row));
        });
        return List.copyOf(lists.values());
    }

    private static Wishlist list(ResultSet row) throws SQLException {
        return new Wishlist(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                new ArrayList<>());
    }

    private static Wishlist.Item item(ResultSet row) throws SQLException {
        return new Wishlist.Item(
                row.getLong(1),
                row.getInt(5),
                row.getString(6),
                row.getBigDecimal(7),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}
