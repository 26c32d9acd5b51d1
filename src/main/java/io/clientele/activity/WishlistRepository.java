package io.clientele.activity;

import io.clientele.activity.WishlistReport.Item;
import io.clientele.shared.Fold;
import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The statements about wish lists and their items. */
@ApplicationScoped
class WishlistRepository {

    /** In the order of their ids, so that nobody waits for somebody who waits for them. */
    private static final String LOCK = """
            select id, external_id, customer_id, changed_at
            from wishlist where external_id = any (?) order by external_id for no key update""";

    private static final Columns<WishlistReport> CHANGED = new Columns<WishlistReport>()
            .with("customer_id", "bigint", WishlistReport::customerId)
            .with("changed_at", "timestamptz", WishlistReport::updatedAt);
    private static final Columns<WishlistReport> NEW = new Columns<WishlistReport>()
            .with("external_id", "text", WishlistReport::externalId)
            .and(CHANGED);
    private static final Columns<WishlistReport> WITH_ID = new Columns<WishlistReport>()
            .with("id", "bigint", WishlistReport::id)
            .and(CHANGED);

    private static final Columns<WishlistItem> ITEMS = new Columns<WishlistItem>()
            .with("wishlist_id", "bigint", WishlistItem::wishlistId)
            .with("line", "integer", WishlistItem::number)
            .with("sku", "text", each -> each.item().sku())
            .with("sku_key", "text", each -> Fold.key(each.item().sku()))
            .with("qty", "numeric", each -> each.item().qty())
            .with("added_at", "timestamptz", each -> each.item().addedAt());

    private static final String INSERT = "insert into wishlist (" + NEW.names() + ") select " + NEW.values() + " from";
    private static final String UPDATE = "update wishlist w set " + CHANGED.assignments() + " from";

    /** What an item says already is not written again. */
    private static final String WRITE_ITEMS =
            "insert into wishlist_item (" + ITEMS.names() + ") select " + ITEMS.values() + " from";

    private static final String CHANGE_ITEMS = """
            on conflict (wishlist_id, line) do update set sku = excluded.sku, sku_key = excluded.sku_key,
                qty = excluded.qty, added_at = excluded.added_at
            where (wishlist_item.sku, wishlist_item.qty, wishlist_item.added_at)
                is distinct from (excluded.sku, excluded.qty, excluded.added_at)""";
    private static final String CUT_ITEMS = """
            delete from wishlist_item i using unnest(?, ?::integer[]) as n (wishlist_id, items)
            where i.wishlist_id = n.wishlist_id and i.line > n.items""";

    private final Database database;

    @Inject
    WishlistRepository(Database database) {
        this.database = database;
    }

    private record WishlistItem(long wishlistId, int number, Item item) {}

    /** The wish lists with the shop's ids, which nobody else changes until the transaction ends. */
    List<StoredFact> lock(Collection<String> externalIds) {
        return database.list(
                SqlFragment.of(LOCK, (Object) externalIds.toArray(String[]::new)),
                row -> new StoredFact(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()));
    }

    /** Writes new wish lists. Somebody else may be faster with one of them, which fails. */
    void insert(List<WishlistReport> wishlists) {
        if (!wishlists.isEmpty()) {
            Map<String, Long> ids = new HashMap<>();
            database.list(
                    SqlFragment.of(INSERT)
                            .then(NEW.of(wishlists))
                            .then("order by n.external_id collate \"C\" returning external_id, id"),
                    row -> ids.put(row.getString(1), row.getLong(2)));
            writeItems(wishlists, each -> Objects.requireNonNull(ids.get(each.externalId())), "");
        }
    }

    /** Writes wish lists anew that are locked. */
    void update(List<WishlistReport> wishlists) {
        if (!wishlists.isEmpty()) {
            database.run(SqlFragment.of(UPDATE).then(WITH_ID.of(wishlists)).then("where w.id = n.id::bigint"));
            writeItems(wishlists, WishlistReport::id, CHANGE_ITEMS);
            database.run(SqlFragment.of(
                    CUT_ITEMS,
                    wishlists.stream().mapToLong(WishlistReport::id).toArray(),
                    Columns.texts(wishlists, each -> each.items().size())));
        }
    }

    private void writeItems(List<WishlistReport> wishlists, Function<WishlistReport, Long> id, String otherwise) {
        List<WishlistItem> items = new ArrayList<>();
        for (WishlistReport wishlist : wishlists) {
            int number = 0;
            for (Item item : wishlist.items()) {
                items.add(new WishlistItem(id.apply(wishlist), ++number, item));
            }
        }
        if (!items.isEmpty()) {
            database.run(SqlFragment.of(WRITE_ITEMS).then(ITEMS.of(items)).then(otherwise));
        }
    }
}
