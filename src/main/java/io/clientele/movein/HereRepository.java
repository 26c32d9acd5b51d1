package io.clientele.movein;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Counts all that is here of what shops bring along. */
@ApplicationScoped
class HereRepository {

    private static final String COUNT = """
            select 'groups' as thing, '' as website, '' as detail, count(*) as things, null::numeric as total
            from customer_group
            union all
            select 'customers', w.code, g.code, count(*), null
            from customer c join website w on w.id = c.website_id join customer_group g on g.id = c.group_id
            group by w.code, g.code
            union all
            select 'addresses', w.code, '', count(*), null
            from customer_address a join website w on w.id = a.website_id
            group by w.code
            union all
            select 'tier_prices', case when t.website_id = 0 then '' else w.code end,
                coalesce(g.code, 'ALL GROUPS'), count(*), null
            from tier_price t join website w on w.id = t.website_id
                left join customer_group g on g.id = t.customer_group_id
            group by 2, 3
            union all
            select 'orders', w.code, o.currency, count(*), sum(o.grand_total)
            from sales_order o join website w on w.id = o.website_id
            group by w.code, o.currency
            union all
            select 'balances', w.code, case b.kind when 'reward' then 'reward_points' else b.kind end, count(*), sum(b.amount)
            from balance b join website w on w.id = b.website_id
            group by w.code, b.kind
            order by 1, 2, 3""";

    private final Database database;

    @Inject
    HereRepository(Database database) {
        this.database = database;
    }

    List<Here> count() {
        return database.list(
                SqlFragment.of(COUNT),
                row -> new Here(
                        row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getBigDecimal(5)));
    }
}
