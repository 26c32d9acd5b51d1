package io.clientele.activity;

import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The statements about product views. Rows are always written in the same order, so that nobody waits in a circle. */
@ApplicationScoped
class ViewRepository {

    private static final Columns<View> COLUMNS = new Columns<View>()
            .with("website_id", "integer", View::websiteId)
            .with("customer_id", "bigint", view -> view.owner().customerId())
            .with("visitor_id", "bigint", view -> view.owner().visitorId())
            .with("sku", "text", View::sku)
            .with("sku_key", "text", View::skuKey)
            .with("viewed_at", "timestamptz", View::viewedAt);

    private static final String INSERT =
            "insert into product_view (" + COLUMNS.names() + ") select " + COLUMNS.values() + " from";
    private static final String UNLESS_KNOWN = """
            order by n.customer_id, n.visitor_id, n.sku_key, n.viewed_at
            on conflict on constraint product_view_customer_id_uq do nothing""";

    /** What the customer has seen at the same moment already is not seen twice. */
    private static final String FOLLOW = """
            with own as (delete from product_view where visitor_id = ? and website_id = any (?::integer[])
                returning website_id, sku, sku_key, viewed_at)
            insert into product_view (website_id, customer_id, sku, sku_key, viewed_at)
            select website_id, ?, sku, sku_key, viewed_at from own order by sku_key, viewed_at
            on conflict on constraint product_view_customer_id_uq do nothing""";

    private final Database database;

    @Inject
    ViewRepository(Database database) {
        this.database = database;
    }

    /** Writes those that are not known. Returns how many. */
    int insert(List<View> views) {
        return views.isEmpty()
                ? 0
                : database.run(SqlFragment.of(INSERT).then(COLUMNS.of(views)).then(UNLESS_KNOWN));
    }

    /** Gives the visitor's views to the customer. */
    void follow(long visitorId, long customerId, List<Integer> websiteIds) {
        database.run(SqlFragment.of(FOLLOW, visitorId, Columns.texts(websiteIds, id -> id), customerId));
    }
}
