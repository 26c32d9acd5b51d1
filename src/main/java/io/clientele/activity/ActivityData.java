package io.clientele.activity;

import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * What people did. Orders and the ratings of reviews are counted and stay without a name, orders under a pseudonym that is drawn
 * for the purpose; carts, views, wish lists and balances tell of nobody else and go.
 */
@ApplicationScoped
class ActivityData implements PersonData {

    /** Whose an order or a cart is; a guest's where it was done under the address. */
    private static final String OWN =
            "(x.customer_id = ? or (x.customer_id is null and x.email_key = ? and x.website_id = any (?::integer[])))";

    private static final String ORDERS = """
            select x.external_id, x.website_id, x.email, x.status, x.cancelled, x.placed_at, x.changed_at, x.stated_at,
                x.status_at, x.refunded_at, x.currency, x.subtotal, x.tax, x.shipping, x.discount, x.grand_total, x.refunded,
                x.base_total, x.base_rate, x.total_qty, x.coupon_code, x.billing_address, x.shipping_address, x.received_at,
                (select jsonb_agg(jsonb_build_object('sku', l.sku, 'name', l.name, 'qty', l.qty, 'unit_price', l.unit_price,
                    'row_total', l.row_total, 'category_ids', l.category_ids) order by l.line)
                    from sales_order_line l where l.order_id = x.id) as lines
            from sales_order x where""";
    private static final String CARTS = """
            select x.external_id, x.website_id, x.email, x.is_active, x.changed_at, x.subtotal, x.tax, x.shipping,
                x.store_credit_used, x.gift_card_used, x.grand_total, x.lines_count, x.total_qty,
                (select jsonb_agg(jsonb_build_object('sku', i.sku, 'qty', i.qty, 'row_total', i.row_total) order by i.line)
                    from cart_item i where i.cart_id = x.id) as items
            from cart x where""";
    private static final List<PersonSection> SECTIONS = List.of(
            new PersonSection("orders", subject -> own(ORDERS, subject).then("order by x.id")),
            new PersonSection("carts", subject -> own(CARTS, subject).then("order by x.id")),
            PersonSection.ofAccount("product_views", """
                    select website_id, sku, viewed_at from product_view where customer_id = ? order by viewed_at, id"""),
            PersonSection.ofAccount("wish_lists", """
                    select w.external_id, w.changed_at,
                        (select jsonb_agg(jsonb_build_object('sku', i.sku, 'qty', i.qty, 'added_at', i.added_at) order by i.line)
                            from wishlist_item i where i.wishlist_id = w.id) as items
                    from wishlist w where w.customer_id = ? order by w.id"""),
            PersonSection.ofAccount("reviews", """
                    select external_id, sku, nickname, title, detail, rating, status, created_at, changed_at
                    from product_review where customer_id = ? order by id"""),
            PersonSection.ofAccount(
                    "balances",
                    "select website_id, kind, amount, as_of from balance where customer_id = ? order by website_id, kind"),
            PersonSection.ofAccount("figures", """
                    select last_sign_in_at, orders_count, lifetime_value from customer_figure where customer_id = ?"""));

    private static final String ANONYMOUS =
            "update sales_order x set pseudonym = ?, customer_id = null, email = null, email_key = null,"
                    + " billing_address = null, shipping_address = null where";

    private final Database database;

    @Inject
    ActivityData(Database database) {
        this.database = database;
    }

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }

    @Override
    public List<SqlFragment> emailKeys() {
        return List.of(
                SqlFragment.of("select distinct email_key from sales_order where email_key is not null"),
                SqlFragment.of("select distinct email_key from cart where email_key is not null"));
    }

    @Override
    public void erase(DataSubject subject) {
        database.run(own(SqlFragment.of(ANONYMOUS, UUID.randomUUID()), subject));
        database.run(own(SqlFragment.of("delete from cart x where"), subject));
        database.run(SqlFragment.of(
                "update product_review set customer_id = null, nickname = '', title = '', detail = '' where customer_id = ?",
                subject.account()));
    }

    private static SqlFragment own(String statement, DataSubject subject) {
        return own(SqlFragment.of(statement), subject);
    }

    private static SqlFragment own(SqlFragment statement, DataSubject subject) {
        return statement.then(OWN, subject.account(), subject.emailKey(), subject.websites());
    }
}
