package io.clientele.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.segment.rule.sql.Population;
import io.clientele.segment.rule.sql.RuleCase;
import io.clientele.segment.rule.sql.RuleCompiler;
import io.clientele.segment.rule.sql.RuleScope;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.shared.Refusal;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of statements: what it is for some rules, and that nothing a rule says is in it. */
@QuarkusTest
class RuleStatementTest {

    /** Of a website that there is not, so that there are customers who are not asked about. */
    private static final RuleScope SCOPE = new RuleScope(Set.of(999_999), Instant.parse("2026-05-31T10:15:30Z"));

    private static final Pattern WORD = Pattern.compile("'[^']*'|\"[^\"]*\"|[^\\s()=<>,?|\\[\\]{}:&+*./-]+");

    /** Names and short numbers, the two collations, and the literals that statements have. */
    private static final Pattern OWN = Pattern.compile("[a-z_]+[0-9]*|[0-9]{1,5}|\"und-x-icu\"|\"C\"|[@~#!>]+"
            + "|'[a-z_]*'|' of '|'1 (hour|microsecond)'|'\"\"'|'\\[]'|'\\{}'|'\\^-\\{0,1}[^']*'");

    @Inject
    RuleCompiler compiler;

    @Inject
    Rules rules;

    @Inject
    Database database;

    private Rule rule(String text) {
        return rules.read(TextNode.valueOf(text), ApplyTo.REGISTERED);
    }

    private String matching(String text) {
        return compiler.matching(rule(text), SCOPE, new Population.Everybody()).text();
    }

    @Test
    void a_sum_is_grouped_once_and_serves_all_that_ask_for_it() {
        assertThat(matching("group = 1 and orders.count >= 3 and (orders.total >= 100 or orders.max >= 50)"))
                .isEqualTo(
                        "select p.id as customer_id from customer p"
                                + " left join (select o.customer_id as person_id, count(*) as c1 , sum(o.base_total) as c2"
                                + " , max(o.base_total) as c3 from sales_order o where o.customer_id is not null and"
                                + " o.website_id = any (?) and (not o.cancelled) group by o.customer_id) s1 on s1.person_id = p.id"
                                + " where p.website_id = any (?) and (p.group_id = ? and s1.c1 >= ? and (s1.c2 >= ? or s1.c3 >= ?))");
    }

    /** A shop need not tell of its products to have rules about the lines of orders. */
    @Test
    void what_a_line_says_itself_is_asked_without_the_product_and_products_may_be_unknown_only_where_it_matters() {
        assertThat(matching("orders.qty(category = 3 and name starts with \"b\") > 1"))
                .doesNotContain("product_fact")
                .contains("l.category_ids", "l.name");
        assertThat(matching("orders.qty(category = 3 and type = \"simple\") > 1"))
                .contains("l.category_ids", "from sales_order_line l join product_fact f");
        assertThat(matching("orders.qty(category = 3 and type is empty) > 1"))
                .contains("from sales_order_line l left join product_fact f");
    }

    @Test
    void what_nobody_fits_without_is_a_semi_join_and_what_nobody_fits_with_an_anti_join() {
        assertThat(matching("product.ordered(sku = \"A\") and no product.ordered(sku = \"B\")"))
                .isEqualTo(
                        "select p.id as customer_id from customer p where p.website_id = any (?) and"
                                + " (exists (select 1 from sales_order o join sales_order_line l on l.order_id = o.id"
                                + " where o.customer_id = p.id and o.website_id = any (?) and (l.sku_key = ?) and (not o.cancelled) )"
                                + " and not ( exists (select 1 from sales_order o join sales_order_line l on l.order_id = o.id"
                                + " where o.customer_id = p.id and o.website_id = any (?) and (l.sku_key = ?) and (not o.cancelled) ) ))");
    }

    @Test
    void what_one_of_several_is_enough_for_is_joined_and_never_asked_for_each_row() {
        assertThat(matching("newsletter = yes or address.any(country = FR and postcode starts with \"75\")"))
                .isEqualTo("select p.id as customer_id from customer p"
                        + " left join (select distinct n.customer_id as person_id, true as found"
                        + " from newsletter_subscriber n where n.customer_id is not null and n.status = 1 and"
                        + " n.website_id = any (?) ) s1 on s1.person_id = p.id"
                        + " left join (select distinct a.customer_id as person_id, true as found"
                        + " from customer_address a where a.customer_id is not null and true and (a.country_id = ? and"
                        + " lower(a.postcode collate \"und-x-icu\") like ?) ) s2 on s2.person_id = p.id"
                        + " where p.website_id = any (?) and ((s1.found or s2.found))");
    }

    @Test
    void facts_of_one_customer_are_looked_up() {
        assertThat(compiler.matching(
                                rule("orders.count(last 30 days) >= 2"), SCOPE, new Population.Customers(List.of(7L)))
                        .text())
                .isEqualTo("select p.id as customer_id from customer p"
                        + " left join lateral (select count(*) as c1 from sales_order o where o.customer_id = p.id and"
                        + " o.website_id = any (?) and (o.placed_at >= ? and o.placed_at < ? and not o.cancelled) ) s1 on true"
                        + " where p.website_id = any (?) and p.id = ? and (s1.c1 >= ?)");
    }

    @Test
    void a_whole_judgement_passes_over_whom_no_time_moves() {
        assertThat(compiler.judged(
                                rule("group = 1 and orders.last older than 0 days"), SCOPE, new Population.Everybody())
                        .text())
                .isEqualTo("select j.* from (select p.id as customer_id, coalesce( ((s1.c1 < ?)) , false) as fits,"
                        + " least( least( case when (s1.c1 >= ?) then s1.c1 + make_interval(secs => ?::bigint)"
                        + " + interval '1 microsecond' end , case when (s1.c1 >= ?) then s1.c1 +"
                        + " make_interval(secs => ?::bigint) + interval '1 microsecond' end ) ) as next_change"
                        + " from customer p left join (select o.customer_id as person_id, max(o.placed_at) as c1"
                        + " from sales_order o where o.customer_id is not null and o.website_id = any (?) and"
                        + " (not o.cancelled) group by o.customer_id) s1 on s1.person_id = p.id"
                        + " where p.website_id = any (?) and (p.group_id = ? and s1.person_id is not null)"
                        + " offset 0) j where j.fits or j.next_change is not null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders.total >= 100",
                "orders.average(counting (complete)) >= 80",
                "orders.qty(is_cancelled = no and status is one of (complete, closed)) > 5",
                "orders.count < 3 and orders.last older than 90 days",
                "rank(orders.total, top 5%)"
            })
    void sums_of_everybodys_orders_are_made_of_an_index_alone(String rule) {
        String plan = plan(
                compiler.matching(rule(rule), SCOPE, new Population.Everybody()),
                "seqscan",
                "bitmapscan",
                "sort",
                "hashagg");
        assertThat(plan).contains("Index Only Scan using sales_order_customer_id_ix on sales_order o");
    }

    @Test
    void birthdays_soon_are_found_by_the_index_of_days() {
        Instant week = SCOPE.at().plus(Duration.ofDays(7));
        RuleScope near = new RuleScope(SCOPE.websiteIds(), SCOPE.at(), week);
        Rule rule = rule("birthday_in_days <= 7");
        for (SqlFragment found : List.of(
                compiler.matching(rule, SCOPE, new Population.Everybody()),
                compiler.judged(rule, near, new Population.Everybody()))) {
            assertThat(planOfBirthdays(found))
                    .contains("customer_dob_day_ix")
                    .containsPattern("Index Cond: .*EXTRACT\\(month");
        }
        for (SqlFragment needsAll : List.of(
                compiler.judged(rule, SCOPE, new Population.Everybody()),
                compiler.matching(rule("birthday_in_days > 7"), SCOPE, new Population.Everybody()),
                compiler.matching(rule("not (birthday_in_days <= 7)"), SCOPE, new Population.Everybody()),
                compiler.matching(rule("birthday_in_days <= 7 or group = 1"), SCOPE, new Population.Everybody()))) {
            assertThat(needsAll.text()).doesNotContain("extract(month");
        }
    }

    /** How the condition about birthdays would find customers by itself, were there many. */
    private String planOfBirthdays(SqlFragment statement) {
        int from = statement.text().indexOf("(p.dob is not null and");
        String end = "= any (?))";
        String condition = statement.text().substring(from, statement.text().indexOf(end, from) + end.length());
        // With a column of no index: few of the tests' customers have a day of birth, and another index has those.
        return plan(
                SqlFragment.of("select p.email from customer p where " + condition, (Object) new long[] {1128}),
                "seqscan");
    }

    private String plan(SqlFragment statement, String... without) {
        return QuarkusTransaction.requiringNew().call(() -> {
            for (String way : without) {
                database.run(SqlFragment.of("set local enable_" + way + " = off"));
            }
            return String.join("\n", database.list(SqlFragment.of("explain").then(statement), row -> row.getString(1)));
        });
    }

    /** Values are found literally, wildcards and quotes included; they stand among the arguments. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Hara",
                "'; drop table customer; --",
                "/* x */",
                "%",
                "_",
                "\\",
                "$1",
                "?",
                "::int",
                "$.x[*] ? (@ > 1)",
                "{1,2}",
                "a\"b",
                "null"
            })
    void a_hostile_value_is_an_argument(String value) {
        SqlFragment statement = statement(value);
        assertThat(statement.text()).isEqualTo(statement("plain").text());
        assertThat(statement.arguments().stream()
                        .flatMap(each -> each instanceof String[] texts ? Arrays.stream(texts) : Stream.of(each))
                        .map(String::valueOf))
                .as("argument")
                .contains(value);
        assertThat(database.list(statement, row -> row.getLong(1))).isNotNull();
    }

    private SqlFragment statement(String value) {
        String quoted = "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        Rule rule = rule("firstname = " + quoted + " or email contains " + quoted + " or address.any(city starts with "
                + quoted + ") or product.ordered(sku = " + quoted + " and attribute.colour contains " + quoted
                + ") or orders.count(counting (" + quoted + "), coupon = " + quoted + ") >= 1");
        return compiler.matching(rule, SCOPE, new Population.Everybody());
    }

    /** Names are refused unless they are a field's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "p.email = \"x\"",
                "firstname' = \"x\"",
                "attribute.x' = \"x\"",
                "attribute.$1 = 1",
                "product.viewed(attribute.\"a\" = 1)",
                "group = 1; drop table customer",
                "orders.count(counting (\"a\u0000\")) >= 1",
                "firstname = \"\u0000\""
            })
    void a_hostile_name_or_a_nul_is_refused(String text) {
        assertThatThrownBy(() -> rule(text)).isInstanceOf(Refusal.class);
    }

    /** Two thousand hostile rules leave no trace in any statement: its words are the compiler's. */
    @Test
    void nothing_a_rule_says_is_in_a_statement() {
        RandomRules random = new RandomRules(new Random(9), Pools.hostile());
        Set<String> strange = new TreeSet<>();
        for (int i = 0; i < 2_000; i++) {
            Rule rule = random.rule(3);
            for (Population population : List.of(
                    new Population.Everybody(), new Population.Customers(List.of(1L, 2L)), new Population.Visitor(1))) {
                strange.addAll(strange(compiler.matching(rule, SCOPE, population)));
                strange.addAll(strange(compiler.judged(rule, SCOPE, population)));
            }
            strange.addAll(strange(compiler.judgedAll(Map.of(1L, new RuleCase(rule, SCOPE, List.of(1L, 2L))))));
        }
        assertThat(strange).isEmpty();
    }

    private static Set<String> strange(SqlFragment statement) {
        return WORD.matcher(statement.text())
                .results()
                .map(MatchResult::group)
                .filter(word -> !OWN.matcher(word).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
