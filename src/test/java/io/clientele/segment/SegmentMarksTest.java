package io.clientele.segment;

import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.segment.SegmentFixture.count;
import static io.clientele.segment.SegmentFixture.create;
import static io.clientele.segment.SegmentFixture.deleteAll;
import static io.clientele.segment.SegmentFixture.order;
import static io.clientele.segment.SegmentFixture.run;
import static io.clientele.segment.SegmentFixture.segment;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every table of facts leaves a mark of its kind for the customer whose rows are written, changed or removed, and no other. */
@QuarkusTest
class SegmentMarksTest {

    private static final int PROFILE = 1;
    private static final int ADDRESS = 2;
    private static final int NEWSLETTER = 4;
    private static final int BALANCE = 8;
    private static final int CART = 16;
    private static final int WISHLIST = 32;
    private static final int VIEW = 64;
    private static final int ORDER = 128;
    private static final int PRODUCT = 512;
    private static final int ALL = 1023;

    private long person;
    private long highest;

    @BeforeEach
    void begin() {
        create(segment("gender = male or address.any(city = X) or newsletter = yes or store_credit > 1"
                + " or cart.lines > 1 or wishlist.product(sku = X) or product.viewed(price > 1) or orders.count > 9"));
        person = createByAdmin(customer());
        QuarkusTransaction.begin();
    }

    @AfterEach
    void undo() {
        QuarkusTransaction.rollback();
        deleteAll();
    }

    /** The kinds that the last statements of the transaction have left for the person; -1 when others were marked, too. */
    private long marked() {
        long kinds = count(
                "select case when count(*) filter (where person_id is distinct from ?) > 0 then -1"
                        + " else coalesce(bit_or(kinds), 0) end from segment_dirty"
                        + " where xmin = pg_current_xact_id()::xid and id > ?",
                person,
                highest);
        highest = count("select coalesce(max(id), 0) from segment_dirty where xmin = pg_current_xact_id()::xid");
        return kinds;
    }

    private void leaves(int kinds, String statement, Object... arguments) {
        run(statement, arguments);
        assertThat(marked()).as(statement).isEqualTo(kinds);
    }

    @Test
    void customers_and_addresses() {
        leaves(PROFILE, "update customer set gender = 2 where id = ?", person);
        leaves(0, "update customer set updated_at = ? where id = ?", Instant.now(), person);
        leaves(
                ADDRESS,
                "insert into customer_address (customer_id, website_id, firstname, lastname, street, city, country_id,"
                        + " created_at, updated_at) values (?, 1, 'A', 'B', '{X}', 'X', 'FR', ?, ?)",
                person,
                Instant.now(),
                Instant.now());
        leaves(ADDRESS, "update customer_address set city = 'Y' where customer_id = ?", person);
        leaves(0, "update customer_address set updated_at = ? where customer_id = ?", Instant.now(), person);
        leaves(ADDRESS, "delete from customer_address where customer_id = ?", person);
    }

    @Test
    void subscriptions_and_balances() {
        leaves(
                NEWSLETTER,
                "insert into newsletter_subscriber (website_id, store_id, customer_id, email, email_key, status,"
                        + " unsubscribe_tokens, created_at, changed_at) values (1, 1, ?, 'x', 'x', 1, '{}', ?, ?)",
                person,
                Instant.now(),
                Instant.now());
        leaves(NEWSLETTER, "update newsletter_subscriber set status = 3 where customer_id = ?", person);
        leaves(0, "update newsletter_subscriber set unsubscribe_tokens = '{a}' where customer_id = ?", person);
        leaves(NEWSLETTER, "delete from newsletter_subscriber where customer_id = ?", person);
        leaves(
                BALANCE,
                "insert into balance (customer_id, website_id, kind, amount, as_of) values (?, 1, 'reward', 3, ?)",
                person,
                Instant.now());
        leaves(BALANCE, "update balance set amount = 4 where customer_id = ?", person);
        leaves(0, "update balance set as_of = ? where customer_id = ?", Instant.now(), person);
        leaves(BALANCE, "delete from balance where customer_id = ?", person);
    }

    @Test
    void carts_and_wish_lists_with_their_items() {
        String key = UUID.randomUUID().toString();
        leaves(
                CART,
                "insert into cart (external_id, website_id, customer_id, is_active, changed_at, subtotal, tax, shipping,"
                        + " store_credit_used, gift_card_used, grand_total, lines_count, total_qty)"
                        + " values (?, 1, ?, true, ?, 0, 0, 0, 0, 0, 0, 2, 2)",
                key,
                person,
                Instant.now());
        leaves(
                CART,
                "insert into cart_item (cart_id, line, sku, sku_key, qty, row_total)"
                        + " select id, 1, 'X', 'x', 1, 1 from cart where external_id = ?",
                key);
        leaves(
                CART,
                "update cart_item set qty = 2 where sku_key = 'x' and cart_id in (select id from cart where external_id = ?)",
                key);
        leaves(CART, "update cart set is_active = false where external_id = ?", key);
        leaves(CART, "delete from cart_item where cart_id in (select id from cart where external_id = ?)", key);
        leaves(CART, "delete from cart where external_id = ?", key);
        leaves(
                WISHLIST,
                "insert into wishlist (external_id, customer_id, changed_at) values (?, ?, ?)",
                key,
                person,
                Instant.now());
        leaves(
                WISHLIST,
                "insert into wishlist_item (wishlist_id, line, sku, sku_key, qty, added_at)"
                        + " select id, 1, 'X', 'x', 1, changed_at from wishlist where external_id = ?",
                key);
        leaves(0, "update wishlist set changed_at = changed_at + interval '1 second' where external_id = ?", key);
        leaves(
                WISHLIST,
                "delete from wishlist_item where wishlist_id in (select id from wishlist where external_id = ?)",
                key);
    }

    @Test
    void views_and_orders_with_their_lines() {
        leaves(
                VIEW,
                "insert into product_view (website_id, customer_id, sku, sku_key, viewed_at) values (1, ?, 'X', 'x', ?)",
                person,
                Instant.now());
        leaves(VIEW, "delete from product_view where customer_id = ?", person);
        String key = order(person, Instant.now(), "10");
        assertThat(marked()).isEqualTo(ORDER);
        leaves(
                ORDER,
                "insert into sales_order_line (order_id, line, sku, sku_key, qty, unit_price, row_total, category_ids)"
                        + " select id, 1, 'X', 'x', 1, 10, 10, '{}' from sales_order where external_id = ?",
                key);
        leaves(ORDER, "update sales_order set status = 'canceled', cancelled = true where external_id = ?", key);
        leaves(0, "update sales_order set changed_at = ? where external_id = ?", Instant.now(), key);
        leaves(
                ORDER,
                "delete from sales_order_line where order_id in (select id from sales_order where external_id = ?)",
                key);
    }

    @Test
    void a_product_is_a_mark_for_everybody_and_a_new_customer_one_of_every_kind() {
        String sku = UUID.randomUUID().toString();
        run(
                "insert into product_fact (sku, sku_key, type_id, name, is_qty_decimal, attributes, category_ids, website_ids,"
                        + " created_at, updated_at) values (?, ?, 'simple', 'X', false, '{}', '{}', '{}', ?, ?)",
                sku,
                sku,
                Instant.now(),
                Instant.now());
        assertThat(ofAll()).isEqualTo(PRODUCT);
        run(
                "update product_fact set updated_at = ? where sku = ?",
                Instant.now().plusSeconds(1),
                sku);
        assertThat(ofAll()).isZero();
        run("update product_fact set attribute_set_id = 4 where sku = ?", sku);
        assertThat(ofAll()).isEqualTo(PRODUCT);
        run(
                "insert into product_price (product_id, website_id, price) select product_id, 0, 5 from product_fact where sku = ?",
                sku);
        assertThat(ofAll()).isEqualTo(PRODUCT);
        String ofIt = " where product_id in (select product_id from product_fact where sku = ?)";
        run("update product_price set special_price = 4" + ofIt, sku);
        assertThat(ofAll()).isZero();
        run("update product_price set price = 6" + ofIt, sku);
        assertThat(ofAll()).isEqualTo(PRODUCT);
        run("insert into setting (path, scope, scope_id, value) values ('general/locale/timezone', 'default', 0, 'UTC')"
                + " on conflict do nothing");
        run("delete from setting where path = 'general/locale/timezone'");
        assertThat(ofAll()).isEqualTo(ALL);
    }

    private long ofAll() {
        long kinds = count(
                "select coalesce(bit_or(kinds), 0) from segment_dirty where person_id is null"
                        + " and xmin = pg_current_xact_id()::xid and id > ?",
                highest);
        highest = count("select coalesce(max(id), 0) from segment_dirty where xmin = pg_current_xact_id()::xid");
        return kinds;
    }
}
