package io.clientele;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.customer.GraphQLFixture.graphql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.attribute.AttributeFixture;
import io.clientele.fuzz.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reading once and changing only what has been read: ETag, If-None-Match, If-Match, and version over GraphQL. */
@QuarkusTest
class VersionApiTest {

    private static final String STALE =
            "The version you want to change is not the current one. Read the current one and try again.";

    private static final String REQUIRED = "/rest/V1/settings/clientele/api/require_if_match";

    /** Writers at once and rounds of them; {@code -Dclientele.race.rounds=40} for the long run. */
    private static final int WRITERS = 10;

    private static final int ROUNDS = Integer.getInteger("clientele.race.rounds", 5);

    @Test
    void an_etag_stays_while_nothing_changes_and_does_not_depend_on_the_fields_asked_for() {
        long id = createByAdmin(customerWithAddresses(2));
        String tag = tagOf("/rest/V1/customers/" + id);
        assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(tagOf("/rest/V1/customers/" + id)).isEqualTo(tag);
        assertThat(tagOf("/rest/V1/customers/" + id + "?fields=email")).isEqualTo(tag);
        assertThat(tagOf("/rest/default/V1/customers/" + id)).isEqualTo(tag);
    }

    @Test
    void a_write_answers_the_etag_that_reading_answers_then() {
        Response made = asAdmin().body(body(customer())).post("/rest/V1/customers");
        String path = "/rest/V1/customers/" + made.jsonPath().getLong("id");
        assertThat(made.header("ETag")).isEqualTo(tagOf(path));
        Response changed = asAdmin().body(changed(made)).put(path);
        assertThat(changed.header("ETag")).isNotEqualTo(made.header("ETag")).isEqualTo(tagOf(path));
    }

    @Test
    void what_the_caller_has_already_is_not_sent_again() {
        String path = "/rest/V1/customers/" + createByAdmin(customer());
        String tag = tagOf(path);
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            asAdmin()
                    .header("If-None-Match", known)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", is(tag))
                    .body(emptyString());
        }
        asAdmin().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void reading_one_thing_of_any_kind_answers_an_etag_and_a_list_none() {
        for (String path : List.of(
                "/rest/V1/customerGroups/1",
                "/rest/V1/customerGroups/default",
                "/rest/V1/taxClasses/3",
                "/rest/V1/taxRates/1",
                "/rest/V1/settings/general/locale/code",
                "/rest/V1/currency/rates",
                "/rest/V1/directory/countries/DE",
                "/rest/V1/directory/currency")) {
            assertThat(tagOf(path)).as(path).isNotNull();
            asAdmin().header("If-None-Match", tagOf(path)).get(path).then().statusCode(304);
        }
        for (String path : List.of("/rest/V1/store/websites", "/rest/V1/customerGroups/search?searchCriteria")) {
            assertThat(asAdmin().get(path).header("ETag")).as(path).isNull();
        }
    }

    @Test
    void a_change_meant_for_another_version_is_refused_and_has_no_effect() {
        Response made = asAdmin().body(body(customer())).post("/rest/V1/customers");
        String path = "/rest/V1/customers/" + made.jsonPath().getLong("id");
        String first = made.header("ETag");
        asAdmin().header("If-Match", first).body(changed(made)).put(path).then().statusCode(200);
        String second = tagOf(path);
        for (String stale : List.of(first, "W/" + second, "\"other\"", "no tag", first + ", W/" + second)) {
            asAdmin()
                    .header("If-Match", stale)
                    .body(changed(made))
                    .put(path)
                    .then()
                    .statusCode(412)
                    .header("ETag", nullValue())
                    .body("message", is(STALE))
                    .body("parameters", nullValue());
            asAdmin().header("If-Match", stale).delete(path).then().statusCode(412);
        }
        assertThat(tagOf(path)).isEqualTo(second);
        for (String before : List.of("", "\"other\", ")) {
            String current = before.isEmpty() ? "*" : before + tagOf(path);
            asAdmin()
                    .header("If-Match", current)
                    .body(changed(made))
                    .put(path)
                    .then()
                    .statusCode(200);
        }
        second = tagOf(path);
        asAdmin().header("If-Match", second).delete(path).then().statusCode(200);
        asAdmin().header("If-Match", "*").delete(path).then().statusCode(404);
    }

    @Test
    void a_stale_version_is_told_as_problem_details_too() {
        asAdmin()
                .accept("application/problem+json")
                .header("If-Match", "\"other\"")
                .delete("/rest/V1/customers/" + createByAdmin(customer()))
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("status", is(412))
                .body("title", is("Precondition failed"))
                .body("detail", is(STALE));
    }

    @Test
    void an_address_that_changes_changes_its_customer_s_version() {
        Map<String, Object> person = customer();
        String path = "/rest/V1/customers/" + create(person);
        String token = token(person.get("email"));
        String tag = tagOf(path);
        graphql(token, ADD).body("errors", nullValue());
        asAdmin()
                .header("If-Match", tag)
                .body(body(Map.of("firstname", "Grace")))
                .put(path)
                .then()
                .statusCode(412);
    }

    @Test
    void an_attribute_s_value_is_part_of_the_version_and_its_definition_is_not() {
        String code = AttributeFixture.created("text");
        long id = createByAdmin(customer());
        String path = "/rest/V1/customers/" + id;
        String before = tagOf(path);
        AttributeFixture.put(
                        AttributeFixture.CUSTOMERS,
                        code,
                        Map.of("attribute_code", code, "frontend_input", "text", "default_frontend_label", "Other"))
                .statusCode(200);
        assertThat(tagOf(path)).isEqualTo(before);
        String after = asAdmin()
                .body(body(Map.of("custom_attributes", List.of(Map.of("attribute_code", code, "value", "one")))))
                .put(path)
                .header("ETag");
        assertThat(after).isNotEqualTo(before).isEqualTo(tagOf(path));
    }

    @Test
    void customers_use_the_version_of_their_own_account() {
        Map<String, Object> person = customer();
        String path = "/rest/V1/customers/" + create(person);
        String token = token(person.get("email"));
        assertThat(as(token).get("/rest/V1/customers/me").header("ETag")).isEqualTo(tagOf(path));
        for (int status : new int[] {200, 412}) {
            as(token)
                    .header("If-Match", status == 200 ? tagOf(path) : "\"other\"")
                    .body(body(with(person, "firstname", "Own")))
                    .put("/rest/V1/customers/me")
                    .then()
                    .statusCode(status);
        }
    }

    @Test
    void a_customer_that_another_system_names_is_made_only_when_nothing_is_expected() {
        String path = "/rest/V1/customers/external/" + UUID.randomUUID();
        Map<String, Object> body = body(customer());
        asAdmin().header("If-Match", "*").body(body).put(path).then().statusCode(412);
        Response made = asAdmin().body(body).put(path);
        assertThat(made.statusCode()).isEqualTo(200);
        asAdmin().header("If-Match", "\"other\"").body(body).put(path).then().statusCode(412);
        asAdmin()
                .header("If-Match", made.header("ETag"))
                .body(body)
                .put(path)
                .then()
                .statusCode(200);
    }

    @Test
    void an_address_has_a_version_of_its_own() {
        long customer = createByAdmin(customerWithAddresses(2));
        long id = asAdmin().get("/rest/V1/customers/" + customer).jsonPath().getLong("addresses[1].id");
        String tag = tagOf("/rest/V1/customers/addresses/" + id);
        asAdmin()
                .header("If-Match", "\"other\"")
                .delete("/rest/V1/addresses/" + id)
                .then()
                .statusCode(412);
        asAdmin()
                .header("If-Match", tag)
                .delete("/rest/V1/addresses/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void the_shop_can_demand_that_every_change_names_its_version() {
        String path = "/rest/V1/customers/" + createByAdmin(customer());
        require(true);
        try {
            asAdmin()
                    .body(body(Map.of()))
                    .put(path)
                    .then()
                    .statusCode(428)
                    .body(
                            "message",
                            is("The \"%1\" header is required. Enter the version you want to change and try again."))
                    .body("parameters", is(List.of("If-Match")));
            asAdmin().delete(path).then().statusCode(428);
            asAdmin()
                    .accept("application/problem+json")
                    .delete(path)
                    .then()
                    .statusCode(428)
                    .body(
                            "detail",
                            is(
                                    "The \"If-Match\" header is required. Enter the version you want to change and try again."));
            asAdmin().header("If-Match", tagOf(path)).delete(path).then().statusCode(200);
            // What changes nothing has no version to name.
            asAdmin()
                    .body(body(customer()))
                    .put("/rest/V1/customers/validate")
                    .then()
                    .statusCode(200);
            // Who may not change anything does not learn what it would take.
            as("none").delete(path).then().statusCode(401);
        } finally {
            require(false);
        }
    }

    @Test
    void graphql_names_the_same_version() {
        Map<String, Object> person = customerWithAddresses(1);
        long id = create(person);
        String token = token(person.get("email"));
        String version = graphql(token, "{ customer { version addresses { uid version } } }")
                .body("errors", nullValue())
                .body("data.customer.version", equalTo(bare(tagOf("/rest/V1/customers/" + id))))
                .extract()
                .path("data.customer.addresses[0].version");
        long address = asAdmin().get("/rest/V1/customers/" + id).jsonPath().getLong("addresses[0].id");
        assertThat(version).isEqualTo(bare(tagOf("/rest/V1/customers/addresses/" + address)));
    }

    @Test
    void a_mutation_meant_for_another_version_is_refused() {
        Map<String, Object> person = customer();
        String path = "/rest/V1/customers/" + create(person);
        String token = token(person.get("email"));
        String change = "mutation($v: String) { updateCustomerV2(input: {firstname: \"Grace\"}, version: $v)"
                + " { customer { firstname version } } }";
        String current = bare(tagOf(path));
        graphql(token, change, Map.of("v", "other"))
                .statusCode(200)
                .body("errors[0].message", is(STALE))
                .body("errors[0].extensions.category", is("graphql-input"))
                .body("errors[0].extensions.code", is("PRECONDITION_FAILED"));
        graphql(token, change, Map.of("v", current))
                .body("errors", nullValue())
                .body("data.updateCustomerV2.customer.version", is(bare(tagOf(path))));
        graphql(token, change, Map.of("v", current)).body("errors.message", hasItem(STALE));
        graphql(token, change).body("errors", nullValue());
        graphql(
                        token,
                        "mutation($v: String!) { updateCustomerEmail(email: \"" + person.get("email")
                                + "\", password: \"Right-Passw0rd\", version: $v) { customer { email } } }",
                        Map.of("v", "other"))
                .body("errors[0].message", is(STALE));
        graphql(token, "mutation { deleteCustomer(version: \"other\") }").body("errors[0].message", is(STALE));
        asAdmin().get(path).then().statusCode(200);
    }

    @Test
    void administrators_name_versions_in_their_mutations_too() {
        long id = createByAdmin(customer());
        String version = bare(tagOf("/rest/V1/customers/" + id));
        graphql(AdminFixture.token(), "{ adminCustomer(id: \"" + id + "\") { version } }")
                .body("data.adminCustomer.version", is(version));
        String change = "mutation($v: String) { adminUpdateCustomer(id: \"" + id + "\", input: {firstname: \"Grace\"},"
                + " version: $v) { version } }";
        String delete = "mutation($v: String) { adminDeleteCustomer(id: \"" + id + "\", version: $v) }";
        graphql(AdminFixture.token(), change, Map.of("v", version)).body("errors", nullValue());
        for (String stale : List.of(change, delete)) {
            graphql(AdminFixture.token(), stale, Map.of("v", version)).body("errors[0].message", is(STALE));
        }
        String setting = bare(tagOf("/rest/V1/settings/general/locale/code"));
        graphql(AdminFixture.token(), "{ adminSettings(path: \"general/locale/code\") { version } }")
                .body("data.adminSettings[0].version", is(setting));
        String group = bare(tagOf("/rest/V1/customerGroups/1"));
        graphql(AdminFixture.token(), "{ adminCustomerGroups(pageSize: 1, currentPage: 2) { items { id version } } }")
                .body("data.adminCustomerGroups.items[0].id", is("1"))
                .body("data.adminCustomerGroups.items[0].version", is(group));
        for (String refused : List.of(
                "adminSetSetting(path: \"general/locale/code\", value: \"en_US\", version: \"other\") { value }",
                "adminInheritSetting(path: \"general/locale/code\", version: \"other\") { value }",
                "adminUpdateCustomerGroup(id: 1, input: {tax_class_id: 3}, version: \"other\") { id }",
                "adminDeleteCustomerGroup(id: 1, version: \"other\")")) {
            graphql(AdminFixture.token(), "mutation { " + refused + " }").body("errors[0].message", is(STALE));
        }
    }

    @Test
    void each_mutation_of_a_request_has_a_version_of_its_own() {
        Map<String, Object> person = customer();
        create(person);
        String token = token(person.get("email"));
        graphql(
                        token,
                        "mutation { a: updateCustomerV2(input: {firstname: \"A\"}, version: \"other\")"
                                + " { customer { firstname } }"
                                + " b: updateCustomerV2(input: {lastname: \"B\"}) { customer { lastname } } }")
                .body("errors.message", is(List.of(STALE)))
                .body("data.b.customer.lastname", is("B"));
    }

    @Test
    void a_mutation_of_an_address_takes_the_address_s_version() {
        Map<String, Object> person = customer();
        create(person);
        String token = token(person.get("email"));
        Map<String, String> added =
                graphql(token, ADD).body("errors", nullValue()).extract().path("data.createCustomerAddress");
        String change = "mutation($u: ID!, $v: String) { updateCustomerAddressV2(uid: $u, input: {city: \"Waco\"},"
                + " version: $v) { city } }";
        String delete = "mutation($u: ID!, $v: String) { deleteCustomerAddressV2(uid: $u, version: $v) }";
        Map<String, Object> known = Map.of("u", added.get("uid"), "v", added.get("version"));
        graphql(token, change, known).body("data.updateCustomerAddressV2.city", is("Waco"));
        graphql(token, change, known).body("errors[0].message", is(STALE));
        graphql(token, delete, known).body("errors[0].message", is(STALE));
        graphql(token, delete, Map.of("u", added.get("uid"))).body("data.deleteCustomerAddressV2", is(true));
    }

    @Test
    void of_many_writers_exactly_those_that_are_told_so_have_changed_the_customer() throws Exception {
        long id = createByAdmin(with(customer(), "firstname", "0"));
        String path = "/rest/V1/customers/" + id;
        int applied = 0;
        int refused = 0;
        try (Race race = new Race(WRITERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (HttpResponse<String> answer : race.round(i -> () -> increment(path))) {
                    applied += answer.statusCode() == 200 ? 1 : 0;
                    refused += answer.statusCode() == 412 ? 1 : 0;
                }
            }
        }
        assertThat(applied + refused).isEqualTo(WRITERS * ROUNDS);
        assertThat(applied).isPositive();
        assertThat(asAdmin().get(path).jsonPath().getInt("taxvat")).isEqualTo(applied);
    }

    /** Reads a counter and writes the next number back, if nobody else has meanwhile. */
    private static HttpResponse<String> increment(String path) throws Exception {
        HttpResponse<String> read = Wire.json("GET", path, AdminFixture.token(), new byte[0]);
        int next = new ObjectMapper().readTree(read.body()).path("taxvat").asInt(0) + 1;
        return Wire.send(
                "PUT",
                path,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        "Bearer " + AdminFixture.token(),
                        "If-Match",
                        read.headers().firstValue("ETag").orElse("none")),
                Wire.bytes("{\"customer\":{\"taxvat\":\"" + next + "\"}}"));
    }

    private static final String ADD = "mutation { createCustomerAddress(input: {firstname: \"Ada\", lastname: \"L\","
            + " street: [\"1 Main\"], city: \"Austin\", postcode: \"78701\", country_code: US,"
            + " region: {region_id: 57}, telephone: \"1\"}) { uid version } }";

    private static Map<String, Object> changed(Response made) {
        String name = "N" + made.jsonPath().getLong("id") + "x" + ROUNDS;
        return body(Map.of("lastname", name.replaceAll("\\d", "a"), "addresses", List.of(address())));
    }

    private static String tagOf(String path) {
        return asAdmin().get(path).then().statusCode(200).extract().header("ETag");
    }

    private static String bare(String tag) {
        return tag.substring(1, tag.length() - 1);
    }

    private static void require(boolean value) {
        var request = asAdmin().header("If-Match", "*");
        Response answer = value ? request.body(Map.of("value", "1")).put(REQUIRED) : request.delete(REQUIRED);
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
