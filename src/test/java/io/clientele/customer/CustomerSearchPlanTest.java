package io.clientele.customer;

import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.StatementPlans;
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

    @Inject
    DataSource dataSource;

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
}
