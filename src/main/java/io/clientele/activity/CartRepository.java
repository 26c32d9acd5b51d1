package io.clientele.activity;

import io.clientele.activity.CartReport.Item;
import io.clientele.activity.CartReport.Stored;
import io.clientele.activity.CartReport.Written;
import io.clientele.shared.Fold;
import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The statements about carts and their items. */
@ApplicationScoped
class CartRepository {

    /** In the order of their ids, so that nobody waits for somebody who waits for them. */
    private static final String LOCK = """
            select id, external_id, website_id, changed_at, customer_id, visitor_id, email_key
            from cart where external_id = any (?) order by external_id for no key update""";

    private static final Columns<Written> CHANGED = new Columns<Written>()
            .with("customer_id", "bigint", each -> each.owner().customerId())
            .with("visitor_id", "bigint", each -> each.owner().visitorId())
            .with("email", "text", each -> each.report().person().email())
            .with("email_key", "text", each -> CartWriter.emailKey(each.report()))
            .with("is_active", "boolean", each -> each.report().active())
            .with("changed_at", "timestamptz", each -> each.report().updatedAt())
            .with("subtotal", "numeric", each -> each.report().subtotal())
            .with("tax", "numeric", each -> each.report().tax())
            .with("shipping", "numeric", each -> each.report().shipping())
            .with("store_credit_used", "numeric", each -> each.report().storeCreditUsed())
            .with("gift_card_used", "numeric", each -> each.report().giftCardUsed())
            .with("grand_total", "numeric", each -> each.report().grandTotal())
            .with("lines_count", "integer", each -> each.report().items().size())
            .with("total_qty", "numeric", each -> each.report().totalQty());

    private static final Columns<Written> NEW = new Columns<Written>()
            .with("external_id", "text", each -> each.report().externalId())
            .with("website_id", "integer", each -> each.report().websiteId())
            .and(CHANGED);

    private static final Columns<Written> WITH_ID =
            new Columns<Written>().with("id", "bigint", Written::id).and(CHANGED);

    private static final Columns<CartItem> ITEMS = new Columns<CartItem>()
            .with("cart_id", "bigint", CartItem::cartId)
            .with("line", "integer", CartItem::number)
            .with("sku", "text", each -> each.item().sku())
            .with("sku_key", "text", each -> Fold.key(each.item().sku()))
            .with("qty", "numeric", each -> each.item().qty())
            .with("row_total", "numeric", each -> each.item().rowTotal());

    private static final String INSERT = "insert into cart (" + NEW.names() + ") select " + NEW.values() + " from";
    private static final String UPDATE = "update cart c set " + CHANGED.assignments() + " from";

    /** What an item says already is not written again. */
    private static final String WRITE_ITEMS =
            "insert into cart_item (" + ITEMS.names() + ") select " + ITEMS.values() + " from";

    private static final String CHANGE_ITEMS = """
            on conflict (cart_id, line) do update set sku = excluded.sku, sku_key = excluded.sku_key,
                qty = excluded.qty, row_total = excluded.row_total
            where (cart_item.sku, cart_item.qty, cart_item.row_total)
                is distinct from (excluded.sku, excluded.qty, excluded.row_total)""";
    private static final String CUT_ITEMS = """
            delete from cart_item i using unnest(?, ?::integer[]) as n (cart_id, items)
            where i.cart_id = n.cart_id and i.line > n.items""";

    /** Carts are given away in the same order in which they are locked elsewhere. */
    private static final String CLAIM = """
            with mine as (select id from cart where email_key = ? and customer_id is null and visitor_id is null
                and website_id = any (?::integer[]) order by external_id for no key update)
            update cart c set customer_id = ? from mine where c.id = mine.id""";

    private static final String FOLLOW = """
            with mine as (select id from cart where visitor_id = ? and website_id = any (?::integer[])
                order by external_id for no key update)
            update cart c set customer_id = ?, visitor_id = null from mine where c.id = mine.id""";

    private final Database database;

    @Inject
    CartRepository(Database database) {
        this.database = database;
    }

    private record CartItem(long cartId, int number, Item item) {}

    /** The carts with the shop's ids, which nobody else changes until the transaction ends. */
    List<Stored> lock(Collection<String> externalIds) {
        return database.list(SqlFragment.of(LOCK, (Object) externalIds.toArray(String[]::new)), CartRepository::read);
    }

    /** Writes new carts. Somebody else may be faster with one of them, which fails. */
    void insert(List<Written> carts) {
        if (!carts.isEmpty()) {
            Map<String, Long> ids = new HashMap<>();
            database.list(
                    SqlFragment.of(INSERT)
                            .then(NEW.of(carts))
                            .then("order by n.external_id collate \"C\" returning external_id, id"),
                    row -> ids.put(row.getString(1), row.getLong(2)));
            writeItems(
                    carts, cart -> Objects.requireNonNull(ids.get(cart.report().externalId())), "");
        }
    }

    /** Writes carts anew that are locked. */
    void update(List<Written> carts) {
        if (!carts.isEmpty()) {
            database.run(SqlFragment.of(UPDATE).then(WITH_ID.of(carts)).then("where c.id = n.id::bigint"));
            writeItems(carts, Written::id, CHANGE_ITEMS);
            database.run(SqlFragment.of(
                    CUT_ITEMS,
                    carts.stream().mapToLong(Written::id).toArray(),
                    Columns.texts(carts, cart -> cart.report().items().size())));
        }
    }

    private void writeItems(List<Written> carts, Function<Written, Long> id, String otherwise) {
        List<CartItem> items = new ArrayList<>();
        for (Written cart : carts) {
            int number = 0;
            for (Item item : cart.report().items()) {
                items.add(new CartItem(id.apply(cart), ++number, item));
            }
        }
        if (!items.isEmpty()) {
            database.run(SqlFragment.of(WRITE_ITEMS).then(ITEMS.of(items)).then(otherwise));
        }
    }

    /** Gives the guests' carts of the address to the customer. */
    void claim(long customerId, String emailKey, List<Integer> websiteIds) {
        database.run(SqlFragment.of(CLAIM, emailKey, texts(websiteIds), customerId));
    }

    /** Gives the visitor's carts to the customer. */
    void follow(long visitorId, long customerId, List<Integer> websiteIds) {
        database.run(SqlFragment.of(FOLLOW, visitorId, texts(websiteIds), customerId));
    }

    private static String[] texts(List<Integer> ids) {
        return Columns.texts(ids, id -> id);
    }

    private static Stored read(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                new Owner(row.getObject(5, Long.class), row.getObject(6, Long.class)),
                row.getString(7));
    }
}
