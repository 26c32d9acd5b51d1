package io.clientele.shared.search;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.email;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.clientele.StatementPlans;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parts of texts that many customers have: these are met on the way through the list. */
@QuarkusTest
class FrequentPartsApiTest {

    /** All customers of the tests have addresses of mail with it. */
    private static final String COMMON = "example";

    private static final String SEARCH = "/rest/V1/customers/search";
    private static final String KEYWORDS = "customer_keyword_text_ix.1";

    @Inject
    FrequentParts frequent;

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    private final String mark = "fq" + email().replaceAll("\\D", "");

    @BeforeEach
    void make_customers_and_have_them_analysed() throws SQLException {
        for (int i = 0; i < 7; i++) {
            createByAdmin(with(
                    with(customer(), "lastname", mark),
                    "addresses",
                    List.of(with(address(), "default_billing", true))));
        }
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.flyway.jdbc-url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                Statement statement = connection.createStatement()) {
            statement.execute("analyze customer, customer_address, customer_keyword");
        }
        frequent.read();
    }

    @Test
    void what_is_frequent_is_known_of_every_index_of_pieces() {
        assertThat(frequent.all(KEYWORDS, "%" + COMMON + "%")).isTrue();
        assertThat(frequent.all(KEYWORDS, "%exa%")).isTrue();
        assertThat(frequent.all(KEYWORDS, "%" + COMMON + "%qzqzqz%")).isFalse();
        assertThat(frequent.all(KEYWORDS, "%qzq%")).isFalse();
        assertThat(frequent.all("customer_email_part_ix.1", "%@example.com%")).isTrue();
        assertThat(frequent.all("customer_firstname_part_ix.1", "%" + COMMON + "%"))
                .isFalse();
        assertThat(frequent.all("customer_address_telephone_part_ix.1", "%512 555%"))
                .isTrue();
        assertThat(frequent.all("customer_address_telephone_part_ix.3", "%aust%"))
                .isTrue();
        assertThat(frequent.all("customer_address_telephone_part_ix.3", "%512 555%"))
                .isFalse();
    }

    @Test
    void a_frequent_word_gives_the_pages_that_a_plain_statement_gives() {
        for (String sort : List.of("id ASC", "created_at DESC", "lastname ASC", "dob DESC")) {
            String column =
                    sort.startsWith("lastname") ? "lower(c.lastname collate \"und-x-icu\")" : "c." + sort.split(" ")[0];
            String direction = sort.split(" ")[1];
            List<Long> plain = database.list(
                    SqlFragment.of("select c.id from customer c join customer_keyword k on k.customer_id = c.id"
                            + " where k.text like '%example%' order by " + column + " " + direction
                            + (direction.equals("ASC") ? " nulls first" : " nulls last") + ", c.id " + direction
                            + " limit 6"),
                    row -> row.getLong(1));
            assertThat(searched(sort, 6)
                            .queryParam("search", COMMON)
                            .get(SEARCH)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getList("items.id", Long.class))
                    .as(sort)
                    .isEqualTo(plain);
            assertThat(walked(sort, 2, 3)).as(sort).isEqualTo(plain);
        }
    }

    @Test
    void it_is_met_on_the_way_and_neither_found_by_the_index_nor_all_of_them_sorted() throws SQLException {
        searched("created_at DESC", 3)
                .queryParam("search", COMMON)
                .get(SEARCH)
                .then()
                .statusCode(200);
        assertThat(new StatementPlans(dataSource, "select c.id%limit%offset%")
                        .plan("%from ( select c.* from customer c order by c.created_at desc%k.text like%", "seqscan"))
                .contains("Limit", "customer_created_at_ix", "customer_keyword_pk")
                .doesNotContain("customer_keyword_text_ix");
        filtered(searched("created_at DESC", 3), "billing_telephone", "%512 555%", "like")
                .get(SEARCH)
                .then()
                .statusCode(200);
        assertThat(new StatementPlans(dataSource, "select c.id%limit%offset%")
                        .plan("%from ( select c.* from customer c order by%(select lower(a.telephone%", "seqscan"))
                .contains("Index Cond: (customer_id = c.id)")
                .doesNotContain("customer_address_telephone_part_ix");
    }

    @Test
    void a_word_that_is_not_frequent_is_found_by_the_index_before_the_list_is_gone_through() throws SQLException {
        // Made after what is frequent has been read: among few customers any word is.
        String rare = "qzx" + mark;
        for (int i = 0; i < 3; i++) {
            createByAdmin(with(customer(), "lastname", rare));
        }
        searched("created_at DESC", 3)
                .queryParam("search", rare)
                .get(SEARCH)
                .then()
                .statusCode(200)
                .body("items.size()", is(3));
        assertThat(new StatementPlans(dataSource, "select c.id%limit%offset%")
                        .plan("%from customer c where (c.id = any (array(select%text_parts(k.text)%", "seqscan"))
                .contains("InitPlan", "customer_keyword_text_ix", "Index Cond: (id = ANY (");
    }

    @Test
    void what_begins_alike_is_found_at_its_place_where_the_list_is_sorted_by_it() throws SQLException {
        String beginning = "fq%";
        assertThat(frequent.all("customer_lastname_part_ix.1", beginning))
                .as("too short to be known as rare")
                .isTrue();
        long before = walksByLastName();
        filtered(searched("lastname ASC", 3), "lastname", beginning, "like")
                .get(SEARCH)
                .then()
                .statusCode(200)
                .body("items.size()", is(3));
        assertThat(walksByLastName()).isEqualTo(before);
        assertThat(new StatementPlans(dataSource, "select c.id%limit%offset%")
                        .plan(
                                "%from customer c where (%lower(c.lastname%like%between%order by lower(c.lastname%",
                                "seqscan", "bitmapscan", "sort"))
                .containsPattern("customer_lastname_order_ix[^\n]*\n *Index Cond: \\(\\(lower.*>= \\$.*<= \\$")
                .doesNotContain("Sort");
        filtered(searched("lastname ASC", 3), "lastname", "%" + beginning, "like")
                .get(SEARCH)
                .then()
                .statusCode(200)
                .body("items.size()", is(3));
        assertThat(walksByLastName()).as("but not what has it anywhere").isEqualTo(before + 1);
    }

    /** How often the list was gone through by last name for last names. */
    private long walksByLastName() {
        return database.first(
                        SqlFragment.of(
                                "select coalesce(sum(calls), 0)::bigint from pg_stat_statements where query like"
                                        + " '%from ( select c.* from customer c order by lower(c.lastname%where (lower(c.lastname%like%'"),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private List<Long> walked(String sort, int size, int pages) {
        List<Long> ids = new ArrayList<>();
        String next = "";
        for (int i = 0; i < pages; i++) {
            JsonPath page = searched(sort, size)
                    .queryParam("search", COMMON)
                    .queryParam("after", next)
                    .get(SEARCH)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id", Long.class));
            next = page.getString("next");
        }
        return ids;
    }

    private static RequestSpecification searched(String sort, int size) {
        return asAdmin()
                .queryParam("searchCriteria[sort_orders][0][field]", sort.split(" ")[0])
                .queryParam("searchCriteria[sort_orders][0][direction]", sort.split(" ")[1])
                .queryParam("searchCriteria[page_size]", size);
    }

    private static RequestSpecification filtered(
            RequestSpecification request, String field, String value, String condition) {
        return request.queryParam("searchCriteria[filter_groups][0][filters][0][field]", field)
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", value)
                .queryParam("searchCriteria[filter_groups][0][filters][0][condition_type]", condition);
    }
}
