package io.clientele.bulk;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.bulk.BulkFixture.accepted;
import static io.clientele.bulk.BulkFixture.customers;
import static io.clientele.bulk.BulkFixture.details;
import static io.clientele.bulk.BulkFixture.ended;
import static io.clientele.bulk.BulkFixture.messages;
import static io.clientele.bulk.BulkFixture.statuses;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.AuditFixture;
import io.clientele.MailFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.shared.Sha256;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One operation, accepted at once and carried out later. */
@QuarkusTest
class AsyncApiTest {

    private static final String CREATED =
            "Service execution success Magento\\Customer\\Api\\AccountManagementInterface::createAccount";
    private static final String NOT_PROCESSED = "Specified request cannot be processed.";
    private static final String NOT_ALLOWED = "The consumer isn't authorized to access %resources.";

    @Inject
    Database database;

    @Inject
    OperationGroups groups;

    @AfterEach
    void let_time_go_on() {
        BulkFixture.letTimeGoOn();
    }

    @Test
    void an_operation_is_accepted_with_its_hash_and_carried_out_as_the_request_would_have_been() throws Exception {
        Map<String, Object> ada = customer();
        String json = new ObjectMapper().writeValueAsString(body(ada));
        String request = AuditFixture.requestId();
        Response answer = asAdmin().header("X-Request-Id", request).body(json).post("/rest/async/V1/customers");
        answer.then()
                .statusCode(202)
                .body("bulk_uuid", matchesPattern("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .body("request_items", hasSize(1))
                .body("request_items[0].id", is(0))
                .body("request_items[0].data_hash", equalTo(Sha256.hex(json)))
                .body("request_items[0].status", equalTo("accepted"))
                .body("request_items[0].error_message", nullValue())
                .body("errors", is(false));
        JsonPath done = ended(accepted(answer));
        assertThat(statuses(done)).containsExactly(1);
        assertThat(messages(done)).containsExactly(CREATED);
        assertThat(done.getString("operations_list[0].topic_name"))
                .isEqualTo("async.magento.customer.api.accountmanagementinterface.createaccount.post");
        assertThat(done.getString("operations_list[0].bulk_uuid")).isEqualTo(accepted(answer));
        assertThat(done.getString("operations_list[0].serialized_data")).isEmpty();
        assertThat(done.getString("operations_list[0].extension_attributes.start_time"))
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(done.getString("bulk_id")).isEqualTo(accepted(answer));
        assertThat(done.getInt("user_type")).isEqualTo(2);
        assertThat(done.getInt("operation_count")).isEqualTo(1);
        assertThat(done.getString("description"))
                .isEqualTo("Topic async.magento.customer.api.accountmanagementinterface.createaccount.post");
        JsonPath created = JsonPath.from(done.getString("operations_list[0].result_serialized_data"));
        asAdmin().get("/rest/V1/customers/" + created.getLong("id")).then().body("email", equalTo(ada.get("email")));
        // The log names who sent it, in the request that it came in.
        assertThat(AuditFixture.entries(request))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("action", "customer.created")
                        .containsEntry("object_id", Long.toString(created.getLong("id")))
                        .containsEntry("actor_type", "admin"));
    }

    @Test
    void every_form_of_the_address_leads_to_it() {
        for (String path : List.of(
                "/rest/async/V1/customers",
                "/rest/default/async/V1/customers",
                "/rest/all/async/V1/customers",
                "/rest/V1/async/customers",
                "/rest/default/V1/async/customers",
                "/rest/async/V1/customers/")) {
            Map<String, Object> ada = customer();
            JsonPath done = ended(accepted(asAdmin().body(body(ada)).post(path)));
            assertThat(messages(done)).as(path).containsExactly(CREATED);
            assertThat(customers(ada.get("email"))).as(path).isEqualTo(1);
        }
        for (String path : List.of("/rest/async/bulk/V1/customers", "/rest/all/V1/async/bulk/customers")) {
            Map<String, Object> ada = customer();
            ended(accepted(asAdmin().body(List.of(body(ada))).post(path)));
            assertThat(customers(ada.get("email"))).as(path).isEqualTo(1);
        }
    }

    @Test
    void reading_cannot_be_put_off_and_neither_can_what_answers_a_secret() {
        asAdmin().get("/rest/async/V1/customers/1").then().statusCode(400).body("message", equalTo(NOT_PROCESSED));
        given().contentType(ContentType.JSON)
                .body(Map.of("username", "a", "password", "b"))
                .post("/rest/async/V1/integration/customer/token")
                .then()
                .statusCode(400)
                .body("message", equalTo(NOT_PROCESSED));
    }

    @Test
    void what_no_route_has_is_no_route() {
        for (String path :
                List.of("V1/nothing", "V1/customers/byCustomerId/unlock/more", "bulk/V1/nothing", "V2/customers")) {
            asAdmin()
                    .body("{}")
                    .post("/rest/async/" + path)
                    .then()
                    .statusCode(404)
                    .body("message", equalTo("Request does not match any route."));
        }
        // A list names the parameters of the path, and one does not.
        asAdmin().body("[]").put("/rest/async/bulk/V1/customers/5").then().statusCode(404);
    }

    @Test
    void who_may_not_call_the_operation_is_refused_at_once() {
        given().contentType(ContentType.JSON)
                .body(body(customer()))
                .put("/rest/async/V1/customers/1")
                .then()
                .statusCode(401)
                .body("message", equalTo(NOT_ALLOWED))
                .body("parameters.resources", equalTo("Magento_Customer::manage"));
        asAdmin()
                .body(body(customer()))
                .put("/rest/async/V1/customers/me")
                .then()
                .statusCode(401)
                .body("parameters.resources", equalTo("self"));
    }

    @Test
    void what_the_route_could_not_read_is_refused_at_once_and_not_done() {
        Map<String, Object> ada = customer();
        asAdmin()
                .body(body(with(ada, "no_such", "x")))
                .post("/rest/async/V1/customers")
                .then()
                .statusCode(400)
                .body("message", equalTo("\"%fieldName\" is not supported. Correct the field name and try again."))
                .body("parameters.fieldName", equalTo("NoSuch"));
        asAdmin()
                .body("{}")
                .post("/rest/async/V1/customers")
                .then()
                .statusCode(400)
                .body("message", equalTo("\"%fieldName\" is required. Enter and try again."))
                .body("parameters.fieldName", equalTo("customer"));
        asAdmin()
                .delete("/rest/async/V1/customers/abc")
                .then()
                .statusCode(400)
                .body("parameters.value", equalTo("abc"))
                .body("parameters.type", equalTo("int"));
        asAdmin()
                .body("{\"customer\": ")
                .post("/rest/async/V1/customers")
                .then()
                .statusCode(400)
                .body("message", equalTo("Decoding error."));
        assertThat(customers(ada.get("email"))).isZero();
    }

    @Test
    void what_a_rule_forbids_fails_when_it_is_carried_out() {
        Map<String, Object> ada = customer();
        createByAdmin(ada);
        JsonPath failed = ended(accepted(asAdmin().body(body(ada)).post("/rest/async/V1/customers")));
        assertThat(statuses(failed)).containsExactly(3);
        assertThat(messages(failed))
                .containsExactly("A customer with the same email address already exists in an associated website.");
        assertThat(failed.getInt("operations_list[0].error_code")).isEqualTo(400);
        JsonPath missing = ended(accepted(asAdmin().delete("/rest/async/V1/customers/987654321")));
        assertThat(messages(missing)).containsExactly("No such entity with customerId = 987654321");
        assertThat(missing.getInt("operations_list[0].error_code")).isEqualTo(404);
    }

    @Test
    void parameters_of_path_and_query_reach_the_operation() {
        long id = createByAdmin(customer());
        JsonPath changed = ended(accepted(
                asAdmin().body(body(with(customer(), "lastname", "Byron"))).put("/rest/async/V1/customers/" + id)));
        assertThat(statuses(changed)).containsExactly(1);
        asAdmin().get("/rest/V1/customers/" + id).then().body("lastname", equalTo("Byron"));
        String path = "settings/general/locale/weight_unit";
        ended(accepted(asAdmin().body(Map.of("value", "kgs")).put("/rest/async/V1/" + path)));
        asAdmin().get("/rest/V1/" + path).then().body("value", equalTo("kgs"));
        ended(accepted(asAdmin().queryParam("scope", "default").delete("/rest/async/V1/" + path)));
        asAdmin().get("/rest/V1/" + path).then().body("value", equalTo("lbs"));
        ended(accepted(asAdmin().delete("/rest/async/V1/customers/" + id)));
        asAdmin().get("/rest/V1/customers/" + id).then().statusCode(404);
    }

    @Test
    void a_change_that_names_a_version_is_meant_for_that_version() {
        Map<String, Object> ada = customer();
        long id = createByAdmin(ada);
        String tag = asAdmin().get("/rest/V1/customers/" + id).header("ETag");
        Map<String, Object> change = body(with(ada, "lastname", "Byron"));
        JsonPath stale = ended(
                accepted(asAdmin().header("If-Match", "\"other\"").body(change).put("/rest/async/V1/customers/" + id)));
        assertThat(statuses(stale)).containsExactly(3);
        assertThat(stale.getInt("operations_list[0].error_code")).isEqualTo(412);
        JsonPath current =
                ended(accepted(asAdmin().header("If-Match", tag).body(change).put("/rest/async/V1/customers/" + id)));
        assertThat(statuses(current)).containsExactly(1);
    }

    @Test
    void it_is_done_in_the_store_view_of_the_address_and_its_mail_speaks_that_language() {
        SiteFixture site = SiteFixture.make();
        StoreFixture.set("general/locale/code", "fr_FR", "stores", site.view());
        Map<String, Object> ada = customer();
        Map<String, Object> eve = customer();
        ended(accepted(asAdmin().body(body(ada)).post("/rest/" + site.code() + "/async/V1/customers")));
        JsonPath done = ended(
                accepted(asAdmin().body(List.of(body(eve))).post("/rest/" + site.code() + "/async/bulk/V1/customers")));
        JsonPath created = JsonPath.from(done.getString("operations_list[0].result_serialized_data"));
        assertThat(created.getInt("store_id")).isEqualTo(site.view());
        assertThat(created.getInt("website_id")).isEqualTo(site.website());
        for (Map<String, Object> each : List.of(ada, eve)) {
            assertThat(MailFixture.mail(each.get("email"), "welcome-no-password")
                            .get("html")
                            .toString())
                    .contains("<html lang=\"fr\">");
        }
    }

    @Test
    void a_customer_changes_the_own_account_with_the_password_that_it_takes() {
        Map<String, Object> ada = customer();
        create(ada);
        String own = token(ada.get("email"));
        Object email = io.clientele.customer.CustomerFixture.email();
        Map<String, Object> change = with(ada, "email", email);
        JsonPath wrong = ended(accepted(as(own).body(Map.of("customer", change, "password", "Wrong-Pass-1"))
                .put("/rest/async/V1/customers/me")));
        assertThat(statuses(wrong)).containsExactly(3);
        assertThat(wrong.getInt("operations_list[0].error_code")).isEqualTo(401);
        JsonPath right = ended(accepted(
                as(own).body(Map.of("customer", change, "password", PASSWORD)).put("/rest/async/V1/customers/me")));
        assertThat(messages(right))
                .containsExactly("Service execution success Magento\\Customer\\Api\\CustomerRepositoryInterface::save");
        assertThat(customers(email)).isEqualTo(1);
    }

    @Test
    void what_waits_is_sealed_and_shows_no_password_and_what_has_ended_is_gone() {
        Map<String, Object> ada = customer();
        BulkFixture.putOff();
        String uuid = accepted(
                asAdmin().body(Map.of("customer", ada, "password", PASSWORD)).post("/rest/async/V1/customers"));
        JsonPath waits = details(uuid);
        assertThat(statuses(waits)).containsExactly(4);
        assertThat(waits.getString("operations_list[0].serialized_data"))
                .contains(ada.get("email").toString())
                .doesNotContain(PASSWORD);
        assertThat(new String(row(uuid, "body"), StandardCharsets.ISO_8859_1))
                .doesNotContain(PASSWORD)
                .doesNotContain(ada.get("email").toString());
        BulkFixture.letItBeDone(groups);
        JsonPath done = ended(uuid);
        assertThat(statuses(done)).containsExactly(1);
        assertThat(row(uuid, "body")).isNull();
        // The answer is the customer's own, and says no secret.
        assertThat(new String(row(uuid, "answer"), StandardCharsets.ISO_8859_1))
                .doesNotContain(ada.get("email").toString());
        assertThat(token(ada.get("email"))).isNotBlank();
    }

    @Test
    void the_same_request_under_the_same_key_is_taken_once() {
        Map<String, Object> ada = customer();
        String key = UUID.randomUUID().toString();
        Response first =
                asAdmin().header("Idempotency-Key", key).body(body(ada)).post("/rest/async/V1/customers");
        Response again =
                asAdmin().header("Idempotency-Key", key).body(body(ada)).post("/rest/async/V1/customers");
        assertThat(accepted(again)).isEqualTo(accepted(first));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        asAdmin()
                .header("Idempotency-Key", key)
                .body(body(customer()))
                .post("/rest/async/V1/customers")
                .then()
                .statusCode(422);
        assertThat(statuses(ended(accepted(first)))).containsExactly(1);
    }

    private byte[] row(String uuid, String column) {
        byte[][] found = new byte[1][];
        database.list(
                SqlFragment.of(
                        "select o." + column
                                + " from bulk_operation o join bulk b on b.id = o.bulk_id where b.uuid = ?",
                        UUID.fromString(uuid)),
                row -> found[0] = row.getBytes(1));
        return found[0];
    }
}
