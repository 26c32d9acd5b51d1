package io.clientele.customer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.clientele.StatementPlans;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which indexes PostgreSQL can answer a search with, as it says itself of the statement the service has sent. */
@QuarkusTest
class CustomerSearchPlanTest {

    /** What a page of a list of a million would not be made by. */
    private static final String[] PAGE = {"seqscan", "bitmapscan", "sort", "incremental_sort", "hashjoin", "mergejoin"};

    @Inject
    DataSource dataSource;

    @Inject
    Database database;

    private StatementPlans plans;

    @BeforeEach
    void read_plans() {
        plans = new StatementPlans(dataSource, "select c.id%limit%offset%");
    }

    @Test
    void a_part_of_a_text_is_found_by_the_index_of_its_pieces() throws SQLException {
        for (String field : List.of("email", "firstname", "lastname")) {
            search(field, "like", "%ab.%", "id");
            assertThat(plans.plan(
                            "%text_parts(" + (field.equals("email") ? "" : "lower(") + "c." + field + "%",
                            "seqscan",
                            "indexscan"))
                    .contains("customer_" + field + "_part_ix");
        }
    }

    @Test
    void a_part_of_the_whole_name_is_found_by_the_index_of_its_pieces() throws SQLException {
        search("name", "like", "%a b%", "id");
        assertThat(plans.plan("%text_parts(lower(customer_name(%", "seqscan", "indexscan"))
                .contains("customer_prefix_name_part_ix");
    }

    @Test
    void names_have_the_order_of_an_index() throws SQLException {
        for (String direction : List.of("ASC", "DESC")) {
            for (String field : List.of("lastname", "name")) {
                search("id", "gt", "0", field, direction);
                String column = field.equals("name") ? "customer_name(c.prefix" : "c.lastname";
                assertThat(plans.plan(
                                "%order by lower(" + column + "%" + direction.toLowerCase(Locale.ROOT) + ", c.id%",
                                "seqscan",
                                "sort"))
                        .contains("customer_" + (field.equals("name") ? "prefix_name" : field) + "_order_ix");
            }
        }
    }

    /** Many customers may have one of these values, so the index must have the customers too. */
    @Test
    void an_order_of_what_many_have_alike_is_wholly_that_of_an_index() throws SQLException {
        for (String direction : List.of("ASC", "DESC")) {
            for (String field : List.of("firstname", "lastname", "dob", "gender", "group_id", "website_id")) {
                search("id", "gt", "0", field, direction);
                String column = field.endsWith("name") ? "lower(c." + field + "%" : "c." + field + " ";
                String plan = plans.plan(
                        "%where ((c.id > %order by " + column + "%" + direction.toLowerCase(Locale.ROOT) + "%, c.id%",
                        PAGE);
                assertThat(plan).contains("customer_" + field).doesNotContain("Sort");
            }
        }
    }

    /** Customers without such an address come from a table of their own, in the same order. */
    @Test
    void the_order_of_a_column_of_the_billing_address_is_that_of_an_index() throws SQLException {
        for (String column : List.of(
                "postcode",
                "city",
                "telephone",
                "region",
                "country_id",
                "company",
                "street",
                "fax",
                "firstname",
                "lastname",
                "vat_id")) {
            for (String direction : List.of("ASC", "DESC")) {
                search("id", "gt", "0", "billing_" + column, direction);
                String order = "%where ((c.id > %order by by_billing_" + column + ".value "
                        + direction.toLowerCase(Locale.ROOT);
                assertThat(plans.plan(order + "%", PAGE))
                        .contains(
                                "Merge Append",
                                "customer_address_" + column + "_order_ix",
                                "customer_without_billing_value_ix")
                        .doesNotContain("Incremental Sort", "->  Sort");
            }
        }
    }

    @Test
    void a_page_after_another_one_begins_where_that_ended() throws SQLException {
        for (int i = 0; i < 2; i++) {
            createByAdmin(with(
                    customer(), "addresses", List.of(with(with(address(), "default_billing", true), "fax", "555-01"))));
        }
        for (String field : List.of("billing_fax", "lastname", "created_at", "lifetime_value")) {
            String next = page(field, "DESC", "");
            page(field, "DESC", next);
        }
        assertThat(plans.plan("%where (by_billing_fax.value, by_billing_fax.customer_id) < (%", PAGE))
                .contains("Index Cond: (ROW(lower(", "Merge Append")
                .doesNotContain("Incremental Sort", "->  Sort");
        assertThat(plans.plan("%where (lower(c.lastname collate %), c.id) < (%", PAGE))
                .contains("customer_lastname_order_ix", "Index Cond: (ROW(lower(")
                .doesNotContain("Sort");
        assertThat(plans.plan("%where (c.created_at, c.id) < (%", PAGE)).contains("Index Cond: (created_at <= ");
        assertThat(plans.plan("%where (f.lifetime_value, f.customer_id) < (%", PAGE))
                .contains("Index Cond: (ROW(lifetime_value, customer_id) < ROW(")
                .doesNotContain("Sort");
    }

    @Test
    void who_is_subscribed_is_joined_and_not_asked_of_everybody() throws SQLException {
        search("is_subscribed", "eq", "1", "id");
        search("is_subscribed", "eq", "0", "id");
        assertThat(plans.plan("%where ((exists (select % from newsletter_subscriber n%n.status = %", PAGE))
                .contains("Nested Loop", "newsletter_subscriber_customer_id_uq")
                .doesNotContain("hashed");
        assertThat(plans.plan("%where ((not exists (select % from newsletter_subscriber n%n.status = %", PAGE))
                .contains("Anti Join")
                .doesNotContain("hashed");
    }

    @Test
    void those_with_something_in_the_billing_address_are_counted_without_the_customers() throws SQLException {
        for (String condition : List.of("eq", "notnull")) {
            for (int i = 0; i < 2; i++) {
                createByAdmin(with(customer(), "addresses", List.of(with(address(), "default_billing", true))));
            }
            asAdmin()
                    .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "billing_city")
                    .queryParam("searchCriteria[filter_groups][0][filters][0][value]", "Austin")
                    .queryParam("searchCriteria[filter_groups][0][filters][0][condition_type]", condition)
                    .queryParam("searchCriteria[page_size]", 1)
                    .get("/rest/V1/customers/search")
                    .then()
                    .statusCode(200)
                    .body(
                            "total_count",
                            is(database.list(
                                            SqlFragment.of("select count(*) from customer_address"
                                                    + " where is_default_billing and ("
                                                    + (condition.equals("eq") ? "lower(city) = 'austin'" : "true")
                                                    + ")"),
                                            row -> row.getInt(1))
                                    .getFirst()));
        }
        assertThat(new StatementPlans(dataSource, "select count(*) from customer_address a where%")
                        .plan("%lower(a.city %) = %", "seqscan"))
                .doesNotContain("customer_pk");
    }

    @Test
    void words_are_counted_without_the_customers() throws SQLException {
        createByAdmin(customer());
        createByAdmin(customer());
        asAdmin()
                .queryParam("searchCriteria[page_size]", 1)
                .queryParam("search", "example")
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200);
        assertThat(new StatementPlans(dataSource, "select count(*) from customer_keyword k where%")
                        .plan("%text_parts(k.text)%", "seqscan", "indexscan"))
                .contains("customer_keyword_text_ix")
                .doesNotContain("customer_pk");
    }

    @Test
    void the_order_of_days_of_birth_has_an_index_with_the_empty_ones() throws SQLException {
        for (String direction : List.of("ASC", "DESC")) {
            search("id", "gt", "0", "dob", direction);
            assertThat(plans.plan("%order by c.dob " + direction.toLowerCase(Locale.ROOT) + "%", "seqscan", "sort"))
                    .contains("customer_dob_ix");
        }
    }

    @Test
    void who_is_locked_is_found_from_the_locks() throws SQLException {
        search("lock_expires", "gteq", "2001-01-01", "id");
        assertThat(plans.plan("%exists%k.locked_until >=%", "seqscan", "bitmapscan", "hashjoin", "mergejoin"))
                .contains("Nested Loop", "locked_until >= $1");
    }

    /** A plan for any values, which the driver would ask for from the fifth time on, reads too much for rare ones. */
    @Test
    void a_search_is_planned_for_its_very_values_however_often_it_is_asked() throws SQLException {
        for (int i = 0; i < 12; i++) {
            search("middlename", "eq", "Planned" + i, "id");
        }
        assertThat(plans.remembered("%lower(c.middlename%")).isZero();
    }

    /** Planning costs more than finding the one row, and any plan for it is the same. */
    @Test
    void a_search_for_one_address_has_a_plan_for_all_of_them_that_an_index_serves() throws SQLException {
        // From the fifth time on of one connection, and it is chance which one a search gets.
        int asked = 0;
        do {
            assertThat(asked).as("searches without a plan that is kept").isLessThan(200);
            search("email", "eq", "kept.plan" + asked++ + "@example.com", "created_at", "DESC");
        } while (plans.remembered("%c.email_key = %") == 0);
        assertThat(plans.plan("%c.email_key = %order by c.created_at desc%", "seqscan", "indexscan"))
                .contains("Index Cond: (email_key = $1)");
    }

    @Test
    void an_order_of_what_is_never_empty_is_that_of_an_index() throws SQLException {
        for (String field : List.of("created_at", "updated_at")) {
            for (String direction : List.of("ASC", "DESC")) {
                search("id", "gt", "0", field, direction);
                String plan = plans.plan(
                        "%order by c." + field + " " + direction.toLowerCase(Locale.ROOT) + ", c.id%",
                        "seqscan",
                        "sort");
                assertThat(plan).contains("customer_" + field + "_ix").contains("Presorted Key: c." + field);
            }
        }
    }

    /** A page has few customers, of however many subscribers and consents. */
    @Test
    void what_other_features_say_is_looked_up_for_each_customer_that_is_shown() throws SQLException {
        search("id", "gt", "0", "id");
        assertThat(plans.plan("%where ((c.id > %", "seqscan", "bitmapscan"))
                .contains(
                        "newsletter_subscriber_customer_id_uq",
                        "assistance_consent_pk",
                        "Index Cond: (customer_id = c.id)")
                .doesNotContain("Seq Scan", "hashed");
    }

    /** What is kept beside customers has their order, since each of them has a row there. */
    @Test
    void orders_value_and_last_sign_in_have_the_order_of_an_index_and_filter_by_it() throws SQLException {
        for (String field : List.of("orders_count", "lifetime_value", "last_sign_in_at")) {
            for (String direction : List.of("ASC", "DESC")) {
                search("id", "gt", "0", field, direction);
                assertThat(plans.plan(
                                "%order by f." + field + " " + direction.toLowerCase(Locale.ROOT) + "%",
                                "seqscan",
                                "sort",
                                "hashjoin",
                                "mergejoin"))
                        .contains("customer_figure_" + field + "_ix");
            }
        }
        for (Map.Entry<String, String> filter : Map.of(
                        "lifetime_value", "100000000", "last_sign_in_at", "2099-01-01 00:00:00")
                .entrySet()) {
            String field = filter.getKey();
            search(field, "gteq", filter.getValue(), field, "ASC");
            String query = "%where ((f." + field + " >= %order by f." + field + " asc%";
            assertThat(plans.plan(query, "seqscan", "sort", "hashjoin", "mergejoin", "bitmapscan"))
                    .contains("customer_figure_" + field + "_ix")
                    .contains("Index Cond: (" + field + " >= $1");
        }
    }

    @Test
    void the_members_of_a_segment_are_found_by_the_index_of_members() throws SQLException {
        search("segment_id", "eq", "987654321", "id");
        assertThat(plans.plan("%from segment_member m%m.segment_id = %", "seqscan", "hashjoin", "mergejoin"))
                .contains("segment_member_")
                .contains("segment_id = $1")
                .doesNotContain("Seq Scan on segment_member");
    }

    @Test
    void accounts_that_are_not_active_are_found_by_their_own_index() throws SQLException {
        search("is_active", "eq", "0", "id");
        assertThat(plans.planOf("%c.is_active = %", "c.is_active = ", "false", "seqscan"))
                .contains("customer_id_inactive_ix");
    }

    private static void search(String field, String condition, String value, String sort) {
        search(field, condition, value, sort, "ASC");
    }

    private static void search(String field, String condition, String value, String sort, String direction) {
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", field)
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", value)
                .queryParam("searchCriteria[filter_groups][0][filters][0][condition_type]", condition)
                .queryParam("searchCriteria[sort_orders][0][field]", sort)
                .queryParam("searchCriteria[sort_orders][0][direction]", direction)
                .queryParam("searchCriteria[page_size]", 20)
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200);
    }

    private static String page(String field, String direction, String after) {
        return asAdmin()
                .queryParam("searchCriteria[sort_orders][0][field]", field)
                .queryParam("searchCriteria[sort_orders][0][direction]", direction)
                .queryParam("searchCriteria[page_size]", 1)
                .queryParam("after", after)
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .extract()
                .path("next");
    }
}
