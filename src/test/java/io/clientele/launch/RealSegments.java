package io.clientele.launch;

import java.util.List;

/** Segments over the data sets, each with the SQL over {@code raw} that says who is in it. */
final class RealSegments {

    private static final String PACIFIC = "'America/Los_Angeles'";
    private static final String LONDON = "'Europe/London'";

    private RealSegments() {}

    /**
     * A segment.
     *
     * @param retail whether it is of the website of Online Retail, and not of the default one
     * @param members answers the external ids of its customers
     */
    record Definition(String name, boolean retail, String rule, String members) {}

    private static Definition sport(String name, String rule, String members) {
        return new Definition(name, false, rule, members);
    }

    private static Definition gifts(String name, String rule, String members) {
        return new Definition(name, true, rule, members);
    }

    static final List<Definition> ALL = List.of(
            sport(
                    "big spenders",
                    "orders.total >= 5000",
                    "select customer from raw.aw group by 1 having sum(total) >= 5000"),
            sport("regulars", "orders.count >= 5", "select customer from raw.aw group by 1 having count(*) >= 5"),
            sport(
                    "twice in 2018",
                    "orders.count(from 2018-01-01 to 2018-12-31) >= 2",
                    "select customer from raw.aw where at >= timestamp '2018-01-01' at time zone " + PACIFIC
                            + " and at < timestamp '2019-01-01' at time zone " + PACIFIC
                            + " group by 1 having count(*) >= 2"),
            sport(
                    "lapsed",
                    "orders.last older than 2900 days",
                    "select customer from raw.aw group by 1 having max(at) < raw.ago(2900, " + PACIFIC + ")"),
            sport(
                    "newcomers",
                    "orders.first within 2760 days",
                    "select customer from raw.aw group by 1 having min(at) >= raw.ago(2760, " + PACIFIC + ")"),
            sport(
                    "spent lately",
                    "orders.total(last 2850 days) between 100 and 2000",
                    "select customer from raw.aw where at >= raw.ago(2850, " + PACIFIC
                            + ") group by 1 having sum(total) between 100 and 2000"),
            sport(
                    "large orders",
                    "orders.average > 1500",
                    "select customer from raw.aw group by 1 having avg(total) > 1500"),
            sport(
                    "a helmet and no road bike",
                    "product.ordered(sku = \"HL-U509-R\") and no product.ordered(category = 2)",
                    "select i.customer from raw.aw_item i join raw.aw o using (order_id) group by 1"
                            + " having bool_or(i.sku = 'HL-U509-R') and not bool_or(i.category = 2)"),
            sport(
                    "collectors",
                    "orders.distinct_skus >= 8",
                    "select i.customer from raw.aw_item i join raw.aw o using (order_id) group by 1"
                            + " having count(distinct i.sku) >= 8"),
            sport(
                    "women who never bought",
                    "gender = female and orders.count = 0",
                    "select 'AW-' || key from raw.aw_customer where gender = 'F'"
                            + " and 'AW-' || key not in (select customer from raw.aw)"),
            sport(
                    "the best twentieth",
                    "rank(orders.total, top 5%)",
                    "select customer from (select customer, row_number() over (order by sum(total) desc, customer collate \"C\") n,"
                            + " count(*) over () as people from raw.aw group by 1) r where n <= ceil(people * 0.05)"),
            gifts(
                    "good customers",
                    "orders.total > 1000",
                    "select customer from raw.retail group by 1 having sum(total) > 1000"),
            gifts(
                    "sends things back",
                    "orders.count(counting (refund)) >= 3",
                    "select customer from raw.retail where kind = 'C' group by 1 having count(*) >= 3"),
            gifts(
                    "often and not long ago",
                    "orders.count(counting (complete)) >= 5 and not (orders.last older than 5520 days)",
                    "select customer from raw.retail group by 1 having count(*) filter (where kind not in ('C', 'A')) >= 5"
                            + " and max(at) >= raw.ago(5520, " + LONDON + ")"),
            gifts(
                    "came on six days",
                    "orders.distinct_days >= 6",
                    "select customer from raw.retail group by 1 having count(distinct (at at time zone " + LONDON
                            + ")::date) >= 6"),
            gifts(
                    "every month",
                    "orders.mean_gap_days < 30",
                    "select customer from raw.retail group by 1 having count(*) > 1"
                            + " and extract(epoch from max(at) - min(at)) / 86400 / (count(*) - 1) < 30"),
            gifts(
                    "two cake stands",
                    "orders.count(sku = \"22423\") >= 2",
                    "select o.customer from raw.retail o where exists (select 1 from raw.retail_item i"
                            + " where i.order_id = o.order_id and i.sku = '22423') group by 1 having count(*) >= 2"),
            gifts(
                    "Germans",
                    "order_address.billing(country = DE)",
                    "select customer from raw.retail where country = 'Germany'"),
            gifts(
                    "a good summer",
                    "orders.total(counting (complete), from 2011-06-01 to 2011-08-31) between 500 and 1000",
                    "select customer from raw.retail where kind not in ('C', 'A')"
                            + " and at >= timestamp '2011-06-01' at time zone " + LONDON
                            + " and at < timestamp '2011-09-01' at time zone " + LONDON
                            + " group by 1 having sum(total) between 500 and 1000"),
            gifts(
                    "large orders, some taken back",
                    "orders.max >= 1000 and orders.min < 0",
                    "select customer from raw.retail group by 1 having max(total) >= 1000 and min(total) < 0"));
}
