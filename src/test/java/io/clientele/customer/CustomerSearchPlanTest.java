package io.clientele.customer;

import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Which indexes PostgreSQL can answer a search with, as it says itself of the statement the service has sent. */
@QuarkusTest
class CustomerSearchPlanTest {

    @Inject
    DataSource dataSource;

    @Test
    void a_part_of_a_text_is_found_by_the_index_of_its_pieces() throws SQLException {
        for (String field : List.of("email", "firstname", "lastname")) {
            search(field, "like", "%ab.%", "id");
            assertThat(plan("%text_parts(%" + field + "%", "seqscan", "indexscan"))
                    .contains("customer_" + field + "_part_ix");
        }
    }

    @Test
    void an_order_of_what_is_never_empty_is_that_of_an_index() throws SQLException {
        for (String field : List.of("created_at", "updated_at")) {
            for (String direction : List.of("ASC", "DESC")) {
                search("id", "gt", "0", field, direction);
                String plan = plan(
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

    /** The plan of the page query that the server remembers, whatever its values, were the table a large one. */
    private String plan(String like, String... without) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            String query = query(connection, like);
            String nulls = String.join(", ", Collections.nCopies(parameters(query), "null"));
            connection.setAutoCommit(false);
            try {
                for (String way : without) {
                    statement.execute("set local enable_" + way + " = off");
                }
                statement.execute("set local plan_cache_mode = force_generic_plan");
                statement.execute("prepare searched as " + query);
                StringBuilder plan = new StringBuilder();
                try (ResultSet rows = statement.executeQuery("explain execute searched (" + nulls + ")")) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
                statement.execute("deallocate searched");
                return plan.toString();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static int parameters(String query) {
        return Pattern.compile("\\$(\\d+)")
                .matcher(query)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    private static String query(Connection connection, String like) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select query from pg_stat_statements where query like ? and query like 'select c.id%limit%offset%'"
                        + " and userid = (select oid from pg_roles where rolname = current_user) limit 1")) {
            statement.setString(1, like);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }
}
