package io.clientele.customer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.clientele.AdminFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code PUT /V1/customers/external/{externalId}}. */
@QuarkusTest
class ExternalKeyApiTest {

    private static final String PATH = "/rest/V1/customers/external/";

    @Test
    void the_first_put_makes_the_customer_and_the_next_one_changes_it() {
        String key = key();
        Map<String, Object> ada = with(with(customer(), "group_id", 2), "taxvat", "AT-1");
        int id = put(key, ada)
                .then()
                .statusCode(200)
                .body("extension_attributes.external_id", is(key))
                .body("group_id", is(2))
                .extract()
                .path("id");
        put(key, Map.of("lastname", "King"))
                .then()
                .statusCode(200)
                .body("id", is(id))
                .body("firstname", is("Ada"))
                .body("lastname", is("King"))
                .body("taxvat", is("AT-1"));
        asAdmin()
                .get("/rest/V1/customers/search?searchCriteria[filter_groups][0][filters][0][field]=external_id"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=" + key)
                .then()
                .body("items.id", is(List.of(id)));
    }

    @Test
    void over_graphql_the_key_makes_and_changes_the_same_customer() {
        String key = key();
        String made = "mutation { adminPutCustomerByExternalId(externalId: \"" + key + "\", input: {email: \""
                + CustomerFixture.email() + "\", firstname: \"Ada\", lastname: \"Byron\"}) { id external_id } }";
        String id = GraphQLFixture.graphql(AdminFixture.token(), made)
                .body("data.adminPutCustomerByExternalId.external_id", is(key))
                .extract()
                .path("data.adminPutCustomerByExternalId.id");
        String changed = "mutation($v: String) { adminPutCustomerByExternalId(externalId: \"" + key
                + "\", input: {lastname: \"King\"}, version: $v) { id firstname lastname } }";
        GraphQLFixture.graphql(AdminFixture.token(), changed)
                .body("data.adminPutCustomerByExternalId.id", is(id))
                .body("data.adminPutCustomerByExternalId.firstname", is("Ada"))
                .body("data.adminPutCustomerByExternalId.lastname", is("King"));
        GraphQLFixture.graphql(AdminFixture.token(), changed, Map.of("v", "other"))
                .body("errors", not(empty()));
    }

    @Test
    void the_same_list_of_addresses_again_keeps_their_ids() {
        String key = key();
        Map<String, Object> home = with(address(), "extension_attributes", Map.of("external_id", key + "/home"));
        Map<String, Object> ada = with(customer(), "addresses", List.of(home));
        JsonPath first = put(key, ada).jsonPath();
        JsonPath second = put(key, with(ada, "addresses", List.of(with(home, "city", "Dallas"))))
                .jsonPath();
        assertThat(second.getList("addresses.id")).isEqualTo(first.getList("addresses.id"));
        assertThat(second.getString("addresses[0].city")).isEqualTo("Dallas");
        put(key, with(ada, "addresses", List.of(home, home)))
                .then()
                .statusCode(400)
                .body("message", is("An address with the same external id already exists in the website."));
        put(key, with(ada, "addresses", List.of())).then().statusCode(200).body("addresses", empty());
    }

    @Test
    void the_key_in_the_path_wins_over_one_in_the_body() {
        String key = key();
        put(key, with(customer(), "extension_attributes", Map.of("external_id", "other")))
                .then()
                .statusCode(200)
                .body("extension_attributes.external_id", is(key));
    }

    @Test
    void every_website_has_keys_of_its_own() {
        SiteFixture other = SiteFixture.make();
        String key = key();
        int here = put(key, customer()).then().statusCode(200).extract().path("id");
        int there = put(key, with(customer(), "website_id", other.website()))
                .then()
                .statusCode(200)
                .body("website_id", is(other.website()))
                .body("id", not(is(here)))
                .extract()
                .path("id");
        asAdmin()
                .body(body(Map.of("firstname", "Augusta")))
                .put(other.path("/customers/external/" + key))
                .then()
                .statusCode(200)
                .body("id", is(there));
        put(key, with(with(customer(), "website_id", 0), "store_id", other.view()))
                .then()
                .statusCode(200)
                .body("id", is(there));
    }

    @Test
    void parallel_puts_make_one_customer() throws Exception {
        String key = key();
        Map<String, Object> ada = customer();
        List<Response> answers = Together.run(
                List.of(() -> put(key, ada), () -> put(key, ada), () -> put(key, ada), () -> put(key, ada)));
        answers.forEach(answer -> answer.then().statusCode(200));
        assertThat(answers.stream().map(answer -> answer.jsonPath().getLong("id")))
                .hasSize(4)
                .containsOnly(answers.get(0).jsonPath().getLong("id"));
    }

    @Test
    void a_key_may_have_any_letters_and_a_limit() {
        String key = key() + " Ä&?";
        asAdmin()
                .pathParam("key", key)
                .body(body(customer()))
                .put(PATH + "{key}")
                .then()
                .statusCode(200)
                .body("extension_attributes.external_id", is(key));
        put("k".repeat(256), customer())
                .then()
                .statusCode(400)
                .body("message", containsString("must be equal or less than 255 characters."));
        asAdmin()
                .urlEncodingEnabled(false)
                .body(body(customer()))
                .put(PATH + "%20")
                .then()
                .statusCode(400)
                .body("parameters.fieldName", is("externalId"));
        asAdmin()
                .urlEncodingEnabled(false)
                .body(body(customer()))
                .put(PATH + "%00")
                .then()
                .statusCode(400);
    }

    @Test
    void what_cannot_be_stored_is_refused_as_anywhere() {
        Map<String, Object> ada = customer();
        put(key(), ada).then().statusCode(200);
        put(key(), ada)
                .then()
                .statusCode(400)
                .body("message", is("A customer with the same email address already exists in an associated website."));
        put(key(), Map.of("firstname", "Ada", "lastname", "Lovelace"))
                .then()
                .statusCode(400)
                .body("message", is("The customer email is missing. Enter and try again."));
        asAdmin().body(Map.of()).put(PATH + key()).then().statusCode(400).body("parameters.fieldName", is("customer"));
    }

    @Test
    void a_key_is_not_given_twice_in_a_website() {
        String key = key();
        put(key, customer()).then().statusCode(200);
        asAdmin()
                .body(body(with(customer(), "extension_attributes", Map.of("external_id", key))))
                .post("/rest/V1/customers")
                .then()
                .statusCode(400)
                .body("message", is("A customer with the same external id already exists in the website."));
    }

    private static Response put(String key, Map<String, Object> customer) {
        return asAdmin().body(body(customer)).put(PATH + key);
    }

    private static String key() {
        return StoreFixture.code("erp");
    }
}
