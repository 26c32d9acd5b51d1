package io.clientele.bulk;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.bulk.BulkFixture.accepted;
import static io.clientele.bulk.BulkFixture.customers;
import static io.clientele.bulk.BulkFixture.ended;
import static io.clientele.bulk.BulkFixture.messages;
import static io.clientele.bulk.BulkFixture.statuses;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.clientele.AuditFixture;
import io.clientele.attribute.AttributeFixture;
import io.clientele.attribute.AttributesGone;
import io.clientele.customer.SiteFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** New customers of a bulk are made together, and each comes to what it would have come to alone. */
@QuarkusTest
@ExtendWith(AttributesGone.class)
class BulkCreationApiTest {

    private static final String ONE = "/rest/async/V1/customers";
    private static final String MANY = "/rest/async/bulk/V1/customers";
    private static final String TAKEN =
            "A customer with the same email address already exists in an associated website.";

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    private static JsonPath together(RequestSpecification as, List<Map<String, Object>> bodies) {
        return ended(accepted(as.body(bodies).post(MANY)));
    }

    private static Map<String, Object> withKey(Map<String, Object> thing, String key) {
        return with(thing, "extension_attributes", Map.of("external_id", key));
    }

    @Test
    void each_of_a_mixed_run_comes_to_what_it_comes_to_alone() {
        String colour = AttributeFixture.created("text");
        String day = AttributeFixture.created("date");
        Map<String, Object> known = customer();
        createByAdmin(known);
        Map<String, Object> plain = customer();
        Map<String, Object> rich = withKey(
                with(
                        customerWithAddresses(2),
                        "custom_attributes",
                        List.of(Map.of("attribute_code", colour, "value", "Blue"))),
                AttributeFixture.code("key"));
        Map<String, Object> subscribed = with(customer(), "extension_attributes", Map.of("is_subscribed", true));
        Map<String, Object> secret = customer();
        Map<String, Object> last = customer();
        List<Map<String, Object>> bodies = List.of(
                body(plain),
                body(with(customer(), "lastname", " ")),
                body(rich),
                body(with(plain, "email", plain.get("email").toString().toUpperCase(Locale.ROOT))),
                body(known),
                body(with(customer(), "extension_attributes", rich.get("extension_attributes"))),
                body(subscribed),
                with(body(secret), "password", PASSWORD),
                body(with(customer(), "group_id", 987654)),
                body(with(customer(), "addresses", List.of(with(address(), "country_id", "XX")))),
                body(with(customer(), "custom_attributes", List.of(Map.of("attribute_code", day, "value", "no day")))),
                body(with(customer(), "store_id", 987654)),
                with(body(customer()), "password", "short"),
                body(last));
        JsonPath done = together(asAdmin(), bodies);
        assertThat(statuses(done)).containsExactly(1, 3, 1, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3, 1);
        for (int i = 0; i < bodies.size(); i++) {
            Map<String, Object> operation = done.getMap("operations_list[" + i + "]");
            if (operation.get("status").equals(3)) {
                JsonPath alone = ended(accepted(asAdmin().body(bodies.get(i)).post(ONE)));
                assertThat(operation)
                        .as("number %d", i)
                        .containsEntry("result_message", messages(alone).get(0))
                        .containsEntry("error_code", alone.get("operations_list[0].error_code"));
            }
        }
        assertThat(messages(done).get(1)).isEqualTo("\"Last Name\" is a required value.");
        assertThat(messages(done).get(3)).isEqualTo(TAKEN);
        assertThat(messages(done).get(4)).isEqualTo(TAKEN);
        for (Map<String, Object> made : List.of(plain, rich, known, subscribed, secret, last)) {
            assertThat(customers(made.get("email"))).isEqualTo(1);
        }
        assertThat(token(secret.get("email"))).isNotEmpty();
        answered(done, 6).body("extension_attributes.is_subscribed", is(true));
        answered(done, 2)
                .body("addresses.city", contains("Town 0", "Town 1"))
                .body("addresses[0].default_billing", is(true))
                .body("custom_attributes.value", contains("Blue"));
    }

    /** The customer that an operation has made, as it is now. */
    private static ValidatableResponse answered(JsonPath done, int number) {
        JsonPath made = JsonPath.from(done.getString("operations_list[" + number + "].result_serialized_data"));
        return asAdmin()
                .get("/rest/V1/customers/" + made.getLong("id"))
                .then()
                .statusCode(200)
                .body("email", is(made.getString("email")));
    }

    @Test
    void people_who_register_in_a_bulk_say_no_more_of_themselves_than_alone() {
        SiteFixture site = SiteFixture.make();
        StoreFixture.set("customer/create_account/confirm", "1", "websites", site.website());
        Map<String, Object> asked = with(with(customer(), "created_at", "2001-02-03 04:05:06"), "confirmation", "mine");
        Map<String, Object> other = customer();
        List<Map<String, Object>> bodies = List.of(body(asked), body(with(customer(), "group_id", 1)), body(other));
        JsonPath done = ended(accepted(given().contentType(ContentType.JSON)
                .body(bodies)
                .post("/rest/" + site.code() + "/async/bulk/V1/customers")));
        assertThat(statuses(done)).containsExactly(1, 3, 1);
        assertThat(messages(done).get(1))
                .isEqualTo("The consumer isn't authorized to access Magento_Customer::manage.");
        assertThat(done.getInt("operations_list[1].error_code")).isEqualTo(401);
        for (Map<String, Object> each : List.of(asked, other)) {
            assertThat(database.list(
                            SqlFragment.of(
                                    "select website_id || ' ' || confirmation || ' ' || extract(year from created_at)"
                                            + " from customer where email = ?",
                                    each.get("email")),
                            row -> row.getString(1)))
                    .singleElement()
                    .asString()
                    .matches(site.website() + " #mailed 20[2-9]\\d");
        }
    }

    @Test
    void an_administrator_of_one_website_makes_customers_of_that_one_only() {
        SiteFixture site = SiteFixture.make();
        String limited = site.administrator(List.of("Magento_Customer::manage"));
        Map<String, Object> here = with(customer(), "website_id", site.website());
        Map<String, Object> there = with(customer(), "website_id", 1);
        JsonPath done = ended(accepted(as(limited)
                .body(List.of(body(here), body(there), body(with(customer(), "website_id", site.website()))))
                .post("/rest/" + site.code() + "/async/bulk/V1/customers")));
        assertThat(statuses(done)).containsExactly(1, 3, 1);
        assertThat(customers(here.get("email"))).isEqualTo(1);
        assertThat(customers(there.get("email"))).isZero();
    }

    @Test
    void what_only_the_database_can_tell_is_one_customer_s_failure_and_no_other_one_s() {
        String key = AttributeFixture.code("key");
        List<Map<String, Object>> made = List.of(
                customer(),
                with(customer(), "addresses", List.of(withKey(address(), key))),
                with(customer(), "addresses", List.of(withKey(address(), key))),
                customer());
        JsonPath done =
                together(asAdmin(), made.stream().map(each -> body(each)).toList());
        assertThat(statuses(done)).containsExactly(1, 1, 3, 1);
        assertThat(messages(done).get(2))
                .isEqualTo("An address with the same external id already exists in the website.");
        assertThat(made.stream().map(each -> customers(each.get("email"))).toList())
                .containsExactly(1, 1, 0, 1);
    }

    @Test
    void where_vat_numbers_decide_about_groups_a_bulk_is_made_one_by_one() {
        SiteFixture site = SiteFixture.make();
        StoreFixture.set("customer/create_account/auto_group_assign", "1", "websites", site.website());
        try {
            List<Map<String, Object>> made = List.of(customer(), customerWithAddresses(1), customer());
            JsonPath done =
                    together(asAdmin(), made.stream().map(each -> body(each)).toList());
            assertThat(statuses(done)).containsExactly(1, 1, 1);
            assertThat(made.stream().map(each -> customers(each.get("email"))).toList())
                    .containsOnly(1);
        } finally {
            StoreFixture.inherit("customer/create_account/auto_group_assign", "websites", site.website());
        }
    }

    @Test
    void a_run_that_loses_its_connection_is_done_again_and_each_of_it_once() throws Exception {
        List<Map<String, Object>> all =
                new ArrayList<>(IntStream.range(0, 12).mapToObj(_ -> customer()).toList());
        String request = AuditFixture.requestId();
        String uuid;
        try (Connection held = dataSource.getConnection()) {
            held.setAutoCommit(false);
            try {
                int holder = makeUnseen(held, all.get(7).get("email").toString());
                uuid = accepted(asAdmin()
                        .header("X-Request-Id", request)
                        .body(all.stream().map(each -> body(each)).toList())
                        .post(MANY));
                int runner = until(() -> waitingFor(holder));
                assertThat(statuses(BulkFixture.details(uuid))).containsOnly(4);
                database.list(SqlFragment.of("select pg_terminate_backend(?)", runner), row -> row.getBoolean(1));
                until(() -> others(runner, holder));
            } finally {
                held.rollback();
                held.setAutoCommit(true);
            }
        }
        JsonPath done = ended(uuid);
        assertThat(statuses(done)).isEqualTo(Collections.nCopies(12, 1));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            JsonPath answer = JsonPath.from(done.getString("operations_list[" + i + "].result_serialized_data"));
            assertThat(answer.getString("email")).isEqualTo(all.get(i).get("email"));
            assertThat(customers(all.get(i).get("email"))).isEqualTo(1);
            made.add(answer.getString("id"));
        }
        assertThat(AuditFixture.entries(request))
                .extracting(entry -> entry.get("object_id").toString())
                .containsExactlyInAnyOrderElementsOf(made);
        assertThat(count("select count(*) from event where type = 'customer.created' and customer_id", made))
                .isEqualTo(12);
        assertThat(count("select count(*) from account_token where customer_id", made))
                .isEqualTo(12);
    }

    /** Makes an account with the address in the connection's transaction, and tells which server process that is. */
    private static int makeUnseen(Connection connection, String email) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("insert into customer (account_scope, website_id, store_id, group_id,"
                                + " email, email_key, firstname, lastname, created_in, attributes, is_active, created_at, updated_at)"
                                + " values (1, 1, 1, 1, '" + email + "', '" + email
                                + "', 'A', 'B', 'C', '{}', true, 'epoch', 'epoch')"
                                + " returning pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The server process that waits for the other one while it makes many customers, or null. */
    private Integer waitingFor(int holder) {
        return database.first(
                        SqlFragment.of(
                                "select pid from pg_stat_activity where ? = any (pg_blocking_pids(pid))"
                                        + " and query like 'insert into customer (%select n.account_scope%'",
                                holder),
                        row -> row.getInt(1))
                .orElse(null);
    }

    /** Whether somebody else waits by now, one customer after another. */
    private Boolean others(int runner, int holder) {
        return database.first(
                        SqlFragment.of(
                                "select true from pg_stat_activity where ? = any (pg_blocking_pids(pid)) and pid <> ?",
                                holder,
                                runner),
                        row -> true)
                .orElse(null);
    }

    private long count(String query, List<String> ids) {
        long[] all = ids.stream().mapToLong(Long::parseLong).toArray();
        return database.first(SqlFragment.of(query + " = any (?)", (Object) all), row -> row.getLong(1))
                .orElseThrow();
    }

    private static <T> T until(Supplier<T> reached) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            T value = reached.get();
            if (value != null) {
                return value;
            }
            assertThat(System.nanoTime() - end).as("in time").isNegative();
            Thread.onSpinWait();
        }
    }
}
