package io.clientele.customer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.attribute.AttributeFixture.CUSTOMERS;
import static io.clientele.attribute.AttributeFixture.created;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.attribute.AttributeFixture;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the service does with the table of customers when attributes come and go. */
@QuarkusTest
class AttributeIndexesTest {

    @Inject
    AttributeIndexes indexes;

    @Inject
    CustomerAttributeValues values;

    @Inject
    KeywordRebuild keywords;

    @Inject
    AttributeSearch fields;

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    private final List<String> made = new ArrayList<>();

    @AfterEach
    void delete_what_was_defined() {
        made.forEach(code -> AttributeFixture.delete(CUSTOMERS, code));
    }

    @Test
    void a_flagged_attribute_is_found_by_an_index_that_comes_and_goes_with_the_flag() throws SQLException {
        String text = flagged("text");
        String prefix = flagged("text", "grid_filter_condition_type", "prefix");
        String day = flagged("date");
        String flag = flagged("boolean");
        String set = flagged("multiselect", "options", List.of(Map.of("label", "Tea")));
        String plain = attributeOf("text");
        settle();
        assertThat(plan(text, "text_parts(%s) @@ 'abcd'::tsquery")).contains(name(text, "part"));
        assertThat(plan(text, "%s = 'abcd'::text")).containsAnyOf(name(text, "start"), name(text, "sorted"));
        assertThat(plan(text, "true order by %s desc nulls last, c.id desc", "sort", "incremental_sort"))
                .contains(name(text, "sorted"));
        assertThat(plan(prefix, "%s like 'abc%%'")).contains(name(prefix, "start"));
        assertThat(plan(day, "%s >= '2020-01-01'::text")).contains(name(day, "value"));
        assertThat(plan(flag, "%s = true")).contains(name(flag, "flag"));
        assertThat(plan(set, "%s @> to_jsonb('1'::text)")).contains(name(set, "set"));
        assertThat(existing()).noneMatch(name -> name.contains("_" + id(plain) + "_"));
        AttributeFixture.put(CUSTOMERS, day, Map.of("is_filterable_in_grid", false))
                .statusCode(200);
        AttributeFixture.delete(CUSTOMERS, text).statusCode(200);
        String gone = name(day, "value");
        settle();
        assertThat(existing()).doesNotContain(gone).contains(name(set, "set"));
    }

    /** An index that has not all rows would leave it guessing, and a filter nobody matches could read the whole table. */
    @Test
    void what_is_known_of_the_values_is_known_as_soon_as_the_index_is_made() throws SQLException {
        String day = flagged("date");
        String prefix = flagged("text", "grid_filter_condition_type", "prefix");
        createByAdmin(
                with(customer(), "custom_attributes", List.of(Map.of("attribute_code", day, "value", "2020-05-01"))));
        settle();
        for (String index : List.of(name(day, "value"), name(prefix, "start"))) {
            assertThat(asOwner("select count(*) from pg_stats where tablename = '" + index + "'"))
                    .as(index)
                    .isEqualTo("1");
        }
        assertThat(plan(day, "true order by %s desc nulls last, c.id desc", "sort", "incremental_sort"))
                .contains(name(day, "value"));
    }

    @Test
    void what_a_crash_left_half_made_is_made_anew() throws SQLException {
        String day = flagged("date");
        settle();
        String name = name(day, "value");
        createByAdmin(customer());
        createByAdmin(customer());
        asOwner("drop index " + name);
        // Two customers have the same website: the index breaks off and stays behind, as after a crash.
        assertThatThrownBy(() -> asOwner("create unique index concurrently " + name + " on customer (website_id)"))
                .isInstanceOf(SQLException.class);
        assertThat(isWhole(name)).contains(false);
        flagged("boolean");
        settle();
        assertThat(isWhole(name)).contains(true);
    }

    /** The service itself may be at it; then it is waited for. */
    private void settle() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!indexes.settle()) {
            assertThat(System.nanoTime()).as("settled in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private Optional<Boolean> isWhole(String index) {
        return database.first(
                SqlFragment.of("select indisvalid from pg_index where indexrelid = ?::regclass", index),
                row -> row.getBoolean(1));
    }

    /** What the statement answers first, or nothing. */
    private static String asOwner(String statement) throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.flyway.jdbc-url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                Statement run = connection.createStatement()) {
            if (run.execute(statement) && run.getResultSet().next()) {
                return run.getResultSet().getString(1);
            }
            return "";
        }
    }

    @Test
    void the_values_of_a_deleted_attribute_are_cleared_away() {
        String code = attributeOf("text");
        int id = id(code);
        long customer = createByAdmin(
                with(customer(), "custom_attributes", List.of(Map.of("attribute_code", code, "value", "secret"))));
        AttributeFixture.delete(CUSTOMERS, code).statusCode(200);
        assertThat(stored(customer)).contains("secret");
        database.run(SqlFragment.of(
                "update attribute_residue set deleted_at = deleted_at - interval '1 minute' where attribute_id = ?",
                id));
        values.clear();
        assertThat(stored(customer)).isEqualTo("{}");
        values.clear();
        assertThat(database.list(
                        SqlFragment.of("select 1 from attribute_residue where attribute_id = ?", id), row -> 1))
                .isEmpty();
    }

    @Test
    void a_searchable_attribute_joins_the_keyword_search_for_those_who_were_there_before() {
        String mark = "kw" + System.nanoTime();
        String code = attributeOf("text");
        int id = (int) createByAdmin(with(
                customer(), "custom_attributes", List.of(Map.of("attribute_code", code, "value", "Likes " + mark))));
        asAdmin()
                .queryParam("searchCriteria", "")
                .queryParam("search", mark)
                .get("/rest/V1/customers/search")
                .then()
                .body("items.id", equalTo(List.of()));
        AttributeFixture.put(CUSTOMERS, code, Map.of("is_searchable_in_grid", true))
                .statusCode(200);
        keywords.goOn();
        keywords.goOn();
        asAdmin()
                .queryParam("searchCriteria", "")
                .queryParam("search", mark)
                .get("/rest/V1/customers/search")
                .then()
                .body("items.id", equalTo(List.of(id)));
    }

    @Test
    void attributes_are_made_and_dropped_under_load_without_a_failed_request() throws Exception {
        long id = createByAdmin(customer());
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService load = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> requests = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                int number = i;
                requests.add(load.submit(() -> requests(id, number, over)));
            }
            for (int i = 0; i < 20; i++) {
                String code = flagged(i % 2 == 0 ? "text" : "date");
                settle();
                AttributeFixture.delete(CUSTOMERS, code).statusCode(200);
                settle();
            }
            over.set(true);
            for (Future<Integer> done : requests) {
                assertThat(done.get()).isPositive();
            }
        }
    }

    private static int requests(long id, int number, AtomicBoolean over) {
        int sent = 0;
        while (!over.get() || sent == 0) {
            asAdmin()
                    .body(Map.of("customer", Map.of("middlename", "M" + number + sent)))
                    .put("/rest/V1/customers/" + id)
                    .then()
                    .statusCode(200);
            asAdmin()
                    .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "id")
                    .queryParam("searchCriteria[filter_groups][0][filters][0][value]", id)
                    .get("/rest/V1/customers/search")
                    .then()
                    .statusCode(200);
            sent++;
        }
        return sent;
    }

    /** How PostgreSQL would find the customers for whom the condition over the field's expression holds. */
    private String plan(String code, String condition, String... without) throws SQLException {
        SearchField field = fields.field(code).orElseThrow();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");
            for (String way : without) {
                statement.execute("set local enable_" + way + " = off");
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery(
                    "explain select c.id from customer c where " + condition.formatted(field.sql()))) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
            return plan.toString();
        }
    }

    private static String name(String code, String kind) {
        return "customer_attributes_" + id(code) + "_" + kind + "_ix";
    }

    private static int id(String code) {
        return AttributeFixture.get(CUSTOMERS, code).statusCode(200).extract().path("attribute_id");
    }

    private List<String> existing() {
        return database.list(
                SqlFragment.of("select indexname from pg_indexes where tablename = 'customer'"),
                row -> row.getString(1));
    }

    private String stored(long customer) {
        return database.first(
                        SqlFragment.of("select attributes::text from customer where id = ?", customer),
                        row -> row.getString(1))
                .orElse("");
    }

    private String flagged(String input, Object... more) {
        List<Object> all = new ArrayList<>(List.of(more));
        all.add("is_filterable_in_grid");
        all.add(true);
        return attributeOf(input, all.toArray());
    }

    private String attributeOf(String input, Object... more) {
        String code = created(input, more);
        made.add(code);
        return code;
    }
}
