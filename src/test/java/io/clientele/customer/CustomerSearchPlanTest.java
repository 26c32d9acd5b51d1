package io.clientele.customer;

import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which indexes PostgreSQL can answer a search with, as it says itself of the statement the service has sent. */
@QuarkusTest
class CustomerSearchPlanTest {

    @Inject
    DataSource dataSource;

    private SearchPlans plans;

    @BeforeEach
    void read_plans() {
        plans = new SearchPlans(dataSource);
    }

    @Test
    void a_part_of_a_text_is_found_by_the_index_of_its_pieces() throws SQLException {
        for (String field : List.of("email", "firstname", "lastname")) {
            search(field, "like", "%ab.%", "id");
            assertThat(plans.plan("%text_parts(%" + field + "%", "seqscan", "indexscan"))
                    .contains("customer_" + field + "_part_ix");
        }
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
