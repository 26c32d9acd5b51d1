package io.clientele;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is not the caller's to say has no effect, and secrets are in no answer (security goal S3). */
@QuarkusTest
class FieldAccessTest {

    /** What a customer may send, because clients send back what they read, and what must not matter. */
    private static final Map<String, Object> IGNORED = new LinkedHashMap<>(Map.of(
            "group_id",
            3,
            "website_id",
            0,
            "store_id",
            0,
            "confirmation",
            "mine",
            "created_at",
            "2001-01-01 00:00:00",
            "updated_at",
            "2001-01-01 00:00:00",
            "created_in",
            "Somewhere",
            "id",
            987_654_321,
            "disable_auto_group_change",
            1,
            "extension_attributes",
            Map.of("external_id", "stolen")));

    /** What no customer has: the contract refuses it by name. */
    private static final Map<String, String> UNKNOWN = Map.of(
            "is_active", "IsActive",
            "password_hash", "PasswordHash",
            "reward", "Reward",
            "account_scope", "AccountScope",
            "email_key", "EmailKey",
            "rp_token", "RpToken",
            "failures_num", "FailuresNum");

    /** The columns that only administrators and the service write. */
    private static final String GUARDED = "select (id, account_scope, website_id, store_id, group_id, confirmation,"
            + " created_in, disable_auto_group_change, external_id, is_active, email_verified_at, created_at)::text"
            + " from customer where id = ?";

    @Inject
    Tokens tokens;

    @Inject
    Database database;

    @Test
    void a_customer_changes_nothing_that_is_not_its_own_to_change() {
        Map<String, Object> draft = customer();
        long id = createByAdmin(draft);
        String token = tokens.issue(Subject.customer(id), 1);
        String before = guarded(id);
        IGNORED.forEach((name, value) -> {
            Response answer = as(token)
                    .body(Map.of("customer", with(with(draft, name, value), "middlename", "M")))
                    .put("/rest/V1/customers/me");
            assertThat(answer.statusCode())
                    .as("%s: %s", name, answer.asString())
                    .isEqualTo(200);
            assertThat(guarded(id)).as(name).isEqualTo(before);
        });
        UNKNOWN.forEach((name, shown) -> {
            Response answer =
                    as(token).body(Map.of("customer", with(draft, name, "x"))).put("/rest/V1/customers/me");
            assertThat(answer.statusCode()).as(name).isEqualTo(400);
            assertThat(answer.jsonPath().getString("message"))
                    .isEqualTo("\"%fieldName\" is not supported. Correct the field name and try again.");
            assertThat(answer.jsonPath().getString("parameters.fieldName")).isEqualTo(shown);
            assertThat(guarded(id)).as(name).isEqualTo(before);
        });
    }

    @Test
    void who_registers_says_nothing_that_is_not_theirs_to_say() {
        IGNORED.forEach((name, value) -> {
            Map<String, Object> draft = with(customer(), name, value);
            Response answer = given().contentType(ContentType.JSON)
                    .body(Map.of("customer", draft))
                    .post("/rest/V1/customers");
            if (name.equals("group_id")) {
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.jsonPath().getString("parameters.resources")).isEqualTo("Magento_Customer::manage");
                return;
            }
            assertThat(answer.statusCode())
                    .as("%s: %s", name, answer.asString())
                    .isEqualTo(200);
            long id = answer.jsonPath().getLong("id");
            assertThat(id).isNotEqualTo(987_654_321);
            assertThat(guarded(id))
                    .as(name)
                    .startsWith("(" + id + ",1,1,1,1,,")
                    .doesNotContain("2001-01-01")
                    .doesNotContain("Somewhere")
                    .doesNotContain("stolen")
                    .contains(",f,");
        });
        UNKNOWN.keySet().forEach(name -> {
            Map<String, Object> draft = with(customer(), name, "x");
            given().contentType(ContentType.JSON)
                    .body(Map.of("customer", draft))
                    .post("/rest/V1/customers")
                    .then()
                    .statusCode(400);
            assertThat(stored(draft.get("email"))).as(name).isZero();
        });
    }

    @Test
    void a_customer_token_beside_a_registration_makes_nobody_an_administrator() {
        String token = tokens.issue(Subject.customer(createByAdmin(customer())), 1);
        as(token)
                .body(Map.of("customer", with(customer(), "group_id", 2)))
                .post("/rest/V1/customers")
                .then()
                .statusCode(401);
    }

    @Test
    void graphql_takes_no_guarded_field_either() {
        Map<String, Object> draft = customer();
        long id = createByAdmin(draft);
        String token = tokens.issue(Subject.customer(id), 1);
        String before = guarded(id);
        List<String> names = new ArrayList<>(IGNORED.keySet());
        names.addAll(UNKNOWN.keySet());
        for (String name : names) {
            String other = customer().get("email").toString();
            for (String mutation : List.of(
                    "updateCustomerV2(input: {firstname: \"New\", %s: 1}) { customer { email } }",
                    "updateCustomer(input: {firstname: \"New\", %s: 1}) { customer { email } }",
                    "createCustomerV2(input: {firstname: \"A\", lastname: \"B\", email: \"" + other
                            + "\", password: \"Right-Passw0rd\", %s: 1}) { customer { email } }")) {
                Response answer = as(token)
                        .body(Map.of("query", "mutation { " + mutation.formatted(name) + " }"))
                        .post("/graphql");
                assertThat(answer.jsonPath().getString("errors[0].message"))
                        .as("%s in %s", name, mutation)
                        .contains("Field \"" + name + "\" is not defined by type");
            }
            assertThat(stored(other)).as(name).isZero();
            assertThat(guarded(id)).as(name).isEqualTo(before);
        }
    }

    @Test
    void secrets_are_in_no_answer() {
        Map<String, Object> draft = customerWithAddresses(1);
        long id = create(draft);
        String token = token(draft.get("email"));
        String hash = database.first(
                        SqlFragment.of(
                                "select password_hash from credential where subject_type = 3 and subject_id = ?", id),
                        row -> row.getString(1))
                .orElseThrow();
        List<Response> answers = new ArrayList<>();
        answers.add(as(token).get("/rest/V1/customers/me"));
        answers.add(as(token).body(Map.of("customer", draft)).put("/rest/V1/customers/me"));
        answers.add(as(token).get("/rest/V1/customers/me/billingAddress"));
        answers.add(asAdmin().get("/rest/V1/customers/" + id));
        answers.add(
                asAdmin().body(Map.of("customer", Map.of("firstname", "Eda"))).put("/rest/V1/customers/" + id));
        answers.add(asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "id")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", id)
                .get("/rest/V1/customers/search"));
        answers.add(asAdmin().queryParam("searchCriteria", "").get("/rest/V1/admin/users/search"));
        answers.add(asAdmin().get("/rest/V1/settings"));
        answers.add(as(token)
                .body(Map.of("query", "{ customer { email firstname lastname default_billing addresses { city } } }"))
                .post("/graphql"));
        for (Response answer : answers) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.asString() + answer.headers())
                    .doesNotContain(hash)
                    .doesNotContain("$argon2")
                    .doesNotContain("password_hash")
                    .doesNotContain(token)
                    .doesNotContain(PASSWORD);
        }
        for (String field : List.of("password_hash", "passwordHash", "credential.password_hash")) {
            asAdmin()
                    .queryParam("searchCriteria[filter_groups][0][filters][0][field]", field)
                    .queryParam("searchCriteria[filter_groups][0][filters][0][value]", "$argon2%")
                    .queryParam("searchCriteria[filter_groups][0][filters][0][condition_type]", "like")
                    .get("/rest/V1/customers/search")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void no_table_but_one_holds_anything_of_a_password_and_none_a_token() {
        Map<String, Object> draft = customer();
        create(draft);
        String token = token(draft.get("email"));
        String signature = token.substring(token.lastIndexOf('.') + 1);
        List<String> found = new ArrayList<>();
        database.list(
                        SqlFragment.of("select table_name from information_schema.tables where table_schema = 'public'"
                                + " and table_type = 'BASE TABLE'"),
                        row -> row.getString(1))
                .forEach(table -> database.list(
                        SqlFragment.of(
                                "select 1 from \"" + table + "\" t where t::text like ? or t::text like ? limit 1",
                                "%" + PASSWORD + "%",
                                "%" + signature + "%"),
                        row -> found.add(table)));
        assertThat(found).isEmpty();
    }

    private String guarded(long id) {
        return database.first(SqlFragment.of(GUARDED, id), row -> row.getString(1))
                .orElseThrow();
    }

    private int stored(Object email) {
        return database.first(
                        SqlFragment.of("select count(*) from customer where email = ?", email), row -> row.getInt(1))
                .orElseThrow();
    }
}
