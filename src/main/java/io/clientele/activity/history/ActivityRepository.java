package io.clientele.activity.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.activity.history.CustomerActivity.Balance;
import io.clientele.activity.history.CustomerActivity.Cart;
import io.clientele.activity.history.CustomerActivity.PlacedOrder;
import io.clientele.activity.history.CustomerActivity.Statistics;
import io.clientele.activity.history.CustomerActivity.View;
import io.clientele.activity.history.CustomerActivity.Wishlist;
import io.clientele.activity.history.CustomerActivity.WrittenReview;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all that was reported of customers with one statement, however many they are: each kind is a column of JSON. */
@ApplicationScoped
class ActivityRepository {

    private static final int LATEST = 10;

    private static final String ACTIVITY = """
            select c.id,
                (select jsonb_agg(s order by s.website_id) from (
                    select o.website_id, count(*) filter (where not o.cancelled) as orders_count,
                        count(*) filter (where o.cancelled) as cancelled_count,
                        coalesce(sum(o.base_total) filter (where not o.cancelled), 0) as lifetime_value,
                        round(avg(o.base_total) filter (where not o.cancelled), 4) as average_order_value,
                        min(o.placed_at) filter (where not o.cancelled) as first_order_at,
                        max(o.placed_at) filter (where not o.cancelled) as last_order_at
                    from sales_order o where o.customer_id = c.id and (? or o.website_id = any (?::bigint[]))
                    group by o.website_id) s),
                (select jsonb_agg(r order by r.placed_at desc, r.id desc) from (
                    select o.id, o.external_id, o.website_id, o.status, o.cancelled, o.placed_at, o.changed_at, o.currency,
                        o.grand_total, o.refunded, o.base_total, o.total_qty, o.coupon_code
                    from sales_order o where o.customer_id = c.id and (? or o.website_id = any (?::bigint[]))
                    order by o.placed_at desc, o.id desc limit ?) r),
                (select jsonb_agg(r order by r.changed_at desc, r.id desc) from (
                    select t.id, t.external_id, t.website_id, t.changed_at, t.subtotal, t.grand_total, t.total_qty,
                        (select jsonb_agg(i order by i.line) from cart_item i where i.cart_id = t.id) as items
                    from cart t where t.customer_id = c.id and t.is_active and (? or t.website_id = any (?::bigint[]))
                    order by t.changed_at desc, t.id desc limit ?) r),
                (select jsonb_agg(r order by r.changed_at desc, r.id desc) from (
                    select w.id, w.external_id, w.changed_at,
                        (select jsonb_agg(i order by i.line) from wishlist_item i where i.wishlist_id = w.id) as items
                    from wishlist w where w.customer_id = c.id order by w.changed_at desc, w.id desc limit ?) r),
                (select jsonb_agg(r order by r.created_at desc, r.id desc) from (
                    select v.id, v.external_id, v.sku, v.nickname, v.title, v.detail, v.rating, v.status, v.created_at
                    from product_review v where v.customer_id = c.id
                    order by v.created_at desc, v.id desc limit ?) r),
                (select jsonb_agg(r order by r.viewed_at desc, r.id desc) from (
                    select v.id, v.sku, v.website_id, v.viewed_at
                    from product_view v where v.customer_id = c.id and (? or v.website_id = any (?::bigint[]))
                    order by v.viewed_at desc, v.id desc limit ?) r),
                (select jsonb_agg(b order by b.website_id, b.kind) from balance b
                    where b.customer_id = c.id and (? or b.website_id = any (?::bigint[])))
            from unnest(?::bigint[]) as c (id)""";

    private final Database database;
    private final ObjectMapper json;

    @Inject
    ActivityRepository(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The activity of each customer; one of whom nothing was reported is there too.
     *
     * @param websiteIds whose facts are shown, where they are of one; none for those of all
     */
    List<CustomerActivity> of(long[] customerIds, Collection<Integer> websiteIds) {
        boolean all = websiteIds.isEmpty();
        long[] sites = websiteIds.stream().mapToLong(Integer::longValue).toArray();
        return database.listPlanned(
                SqlFragment.of(
                        ACTIVITY,
                        all,
                        sites,
                        all,
                        sites,
                        LATEST,
                        all,
                        sites,
                        LATEST,
                        LATEST,
                        LATEST,
                        all,
                        sites,
                        LATEST,
                        all,
                        sites,
                        customerIds),
                this::read);
    }

    private CustomerActivity read(ResultSet row) throws SQLException {
        return new CustomerActivity(
                row.getLong(1),
                list(row.getString(2), Statistics.class),
                list(row.getString(3), PlacedOrder.class),
                list(row.getString(4), Cart.class),
                list(row.getString(5), Wishlist.class),
                list(row.getString(6), WrittenReview.class),
                list(row.getString(7), View.class),
                list(row.getString(8), Balance.class));
    }

    private <T> List<T> list(@Nullable String array, Class<T> element) {
        try {
            return array == null ? List.of() : json.readerForListOf(element).readValue(array);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL answers JSON of the form that was asked for", e);
        }
    }
}
