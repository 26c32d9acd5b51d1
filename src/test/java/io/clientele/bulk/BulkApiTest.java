package io.clientele.bulk;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.bulk.BulkFixture.RESOURCE;
import static io.clientele.bulk.BulkFixture.accepted;
import static io.clientele.bulk.BulkFixture.customers;
import static io.clientele.bulk.BulkFixture.ended;
import static io.clientele.bulk.BulkFixture.messages;
import static io.clientele.bulk.BulkFixture.statuses;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.clientele.AdminFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many operations in one request. */
@QuarkusTest
class BulkApiTest {

    private static final String CUSTOMERS = "/rest/async/bulk/V1/customers";
    private static final String TAKEN =
            "A customer with the same email address already exists in an associated website.";

    @Inject
    BulkWorker worker;

    @Inject
    OperationGroups groups;

    @AfterEach
    void let_time_go_on() {
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
    }

    @Test
    void one_that_fails_leaves_the_others_and_each_says_what_became_of_it() {
        List<Map<String, Object>> all = new ArrayList<>(
                IntStream.range(0, 120).mapToObj(i -> customer()).toList());
        // The same address again, in the middle of one group and at the beginning of another.
        all.set(70, all.get(3));
        all.set(100, all.get(3));
        Response answer =
                asAdmin().body(all.stream().map(each -> body(each)).toList()).post(CUSTOMERS);
        answer.then().statusCode(202).body("request_items", hasSize(120)).body("errors", is(false));
        String uuid = accepted(answer);
        JsonPath done = ended(uuid);
        assertThat(done.getList("operations_list.id"))
                .isEqualTo(IntStream.range(0, 120).boxed().toList());
        assertThat(Collections.frequency(statuses(done), 1)).isEqualTo(118);
        assertThat(Collections.frequency(statuses(done), 3)).isEqualTo(2);
        // Whichever of the three came first.
        assertThat(List.of(
                        messages(done).get(3),
                        messages(done).get(70),
                        messages(done).get(100)))
                .filteredOn(TAKEN::equals)
                .hasSize(2);
        count(uuid, 1).body(is("118"));
        count(uuid, 3).body(is("2"));
        count(uuid, 4).body(is("0"));
        for (int i : List.of(0, 3, 69, 71, 119)) {
            assertThat(customers(all.get(i).get("email"))).isEqualTo(1);
        }
        // The short form has no parameters and no answers.
        asAdmin()
                .get("/rest/V1/bulk/" + uuid + "/status")
                .then()
                .statusCode(200)
                .body("operation_count", is(120))
                .body("operations_list[0].keySet().sort()", contains("error_code", "id", "result_message", "status"));
    }

    private static io.restassured.response.ValidatableResponse count(String uuid, int status) {
        return asAdmin()
                .get("/rest/V1/bulk/" + uuid + "/operation-status/" + status)
                .then()
                .statusCode(200);
    }

    @Test
    void what_stands_in_a_path_moves_into_each_item() {
        long one = createByAdmin(customer());
        long other = createByAdmin(customer());
        JsonPath changed = ended(accepted(asAdmin()
                .body(List.of(
                        with(body(with(customer(), "lastname", "One")), "customerId", one),
                        with(body(with(customer(), "lastname", "Other")), "customer_id", Long.toString(other))))
                .put(CUSTOMERS + "/byCustomerId")));
        assertThat(statuses(changed)).containsExactly(1, 1);
        assertThat(lastname(one)).isEqualTo("One");
        assertThat(lastname(other)).isEqualTo("Other");
        JsonPath deleted = ended(accepted(asAdmin()
                .body(List.of(Map.of("customerId", one), Map.of("customerId", other), Map.of("customerId", 987654321)))
                .delete(CUSTOMERS + "/byCustomerId")));
        assertThat(statuses(deleted)).containsExactly(1, 1, 3);
        asAdmin().get("/rest/V1/customers/" + one).then().statusCode(404);
        asAdmin()
                .body(List.of(Map.of("customer", customer())))
                .put(CUSTOMERS + "/byCustomerId")
                .then()
                .statusCode(400)
                .body("parameters.fieldName", equalTo("customerId"));
    }

    private static String lastname(long id) {
        return asAdmin().get("/rest/V1/customers/" + id).jsonPath().getString("lastname");
    }

    @Test
    void one_that_cannot_be_read_refuses_all() {
        Map<String, Object> good = customer();
        for (Object bad : List.of(
                body(with(customer(), "no_such", 1)),
                body(with(customer(), "website_id", Map.of())),
                Map.of(),
                "text")) {
            asAdmin().body(List.of(body(good), bad)).post(CUSTOMERS).then().statusCode(400);
        }
        assertThat(customers(good.get("email"))).isZero();
        for (String body : List.of("{}", "[]", "7", "")) {
            asAdmin()
                    .body(body)
                    .post(CUSTOMERS)
                    .then()
                    .statusCode(400)
                    .body("message", startsWith("The request body must be a list of one or more objects."));
        }
        for (String body : List.of("[{\"customer\": ", "[{}] x", "[{}")) {
            asAdmin().body(body).put(CUSTOMERS + "/byCustomerId").then().statusCode(400);
        }
    }

    @Test
    void one_that_is_too_large_is_rejected_alone() {
        Map<String, Object> good = customer();
        Map<String, Object> large = with(customer(), "firstname", "x".repeat(1 << 20));
        Response answer = asAdmin().body(List.of(body(large), body(good))).post(CUSTOMERS);
        answer.then()
                .statusCode(202)
                .body("errors", is(true))
                .body("request_items[0].status", equalTo("rejected"))
                .body("request_items[0].error_message", equalTo("The request body is larger than 1048576 bytes."))
                .body("request_items[0].error_code", is(413))
                .body("request_items[1].status", equalTo("accepted"));
        JsonPath done = ended(accepted(answer));
        assertThat(statuses(done)).containsExactly(5, 1);
        assertThat(done.getInt("operations_list[0].error_code")).isEqualTo(413);
        assertThat(customers(good.get("email"))).isEqualTo(1);
    }

    @Test
    void a_request_of_more_than_32_mebibytes_is_refused() {
        String item = "{\"customer\":{\"email\":\"a@example.com\",\"firstname\":\"" + "x".repeat(1_000_000)
                + "\",\"lastname\":\"b\"}}";
        String body = "[" + String.join(",", Collections.nCopies(34, item)) + "]";
        asAdmin()
                .body(body)
                .post(CUSTOMERS)
                .then()
                .statusCode(413)
                .body("message", equalTo("The request body is larger than %1 bytes."))
                .body("parameters", contains(33554432));
    }

    @Test
    void the_contracts_limit_is_5000_where_it_holds() {
        SiteFixture site = SiteFixture.make();
        StoreFixture.set("webapi/validation/input_limit_enabled", "1", "stores", site.view());
        String path = "/rest/" + site.code() + "/async/bulk/V1/customers/byCustomerId";
        List<Map<String, Object>> items = Collections.nCopies(5_001, Map.of("customerId", 987654321));
        asAdmin()
                .body(items)
                .delete(path)
                .then()
                .statusCode(400)
                .body("message", equalTo("Maximum items of type \"%type\" is %max"))
                .body("parameters.max", is(5000));
    }

    @Test
    void who_loses_the_right_before_it_is_carried_out_has_it_fail() {
        Map<String, Object> ada = customer();
        long role = AdminFixture.role(List.of("Magento_Customer::manage"));
        String token = AdminFixture.ofRole(role);
        long id = createByAdmin(ada);
        BulkFixture.putOff();
        String uuid = accepted(as(token)
                .body(List.of(with(body(with(ada, "lastname", "Late")), "customerId", id)))
                .put(CUSTOMERS + "/byCustomerId"));
        asAdmin()
                .body(Map.of("role", Map.of("resources", List.of(RESOURCE))))
                .put("/rest/V1/admin/roles/" + role)
                .then()
                .statusCode(200);
        BulkFixture.letItBeDone(groups);
        JsonPath failed = ended(uuid);
        assertThat(statuses(failed)).containsExactly(3);
        assertThat(messages(failed))
                .containsExactly("The consumer isn't authorized to access Magento_Customer::manage.");
        assertThat(failed.getInt("operations_list[0].error_code")).isEqualTo(401);
        assertThat(lastname(id)).isEqualTo("Lovelace");
    }

    @Test
    void who_is_limited_to_websites_sees_only_the_own_requests() {
        SiteFixture site = SiteFixture.make();
        String limited = site.administrator(List.of(RESOURCE, "Magento_Customer::manage"));
        String theirs = accepted(asAdmin().body(List.of(body(customer()))).post(CUSTOMERS));
        String own = accepted(
                as(limited).body(List.of(body(customer()))).post("/rest/" + site.code() + "/async/bulk/V1/customers"));
        ended(theirs);
        ended(own);
        for (String form : List.of("status", "detailed-status", "operation-status/1")) {
            as(limited)
                    .get("/rest/V1/bulk/" + theirs + "/" + form)
                    .then()
                    .statusCode(404)
                    .body("message", equalTo("No such entity with %fieldName = %fieldValue"))
                    .body("parameters.fieldName", equalTo("bulkUuid"))
                    .body("parameters.fieldValue", equalTo(theirs));
            as(limited).get("/rest/V1/bulk/" + own + "/" + form).then().statusCode(200);
            for (String unknown : List.of(UUID.randomUUID().toString(), "nothing", "1")) {
                asAdmin().get("/rest/V1/bulk/" + unknown + "/" + form).then().statusCode(404);
            }
        }
        assertThat(search(as(limited), theirs).getInt("total_count")).isZero();
        assertThat(search(as(limited), own).getInt("total_count")).isEqualTo(1);
        JsonPath found = search(asAdmin(), theirs);
        assertThat(found.getInt("total_count")).isEqualTo(1);
        assertThat(found.getString("items[0].bulk_uuid")).isEqualTo(theirs);
        assertThat(found.getInt("items[0].status")).isEqualTo(1);
    }

    private static JsonPath search(RequestSpecification as, String uuid) {
        return as.queryParam("searchCriteria[filterGroups][0][filters][0][field]", "bulk_uuid")
                .queryParam("searchCriteria[filterGroups][0][filters][0][value]", uuid)
                .get("/rest/V1/bulk")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void what_ended_long_ago_is_forgotten() {
        String uuid = accepted(asAdmin().body(List.of(body(customer()))).post(CUSTOMERS));
        ended(uuid);
        worker.end();
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(29)), Clock.class);
        worker.tidy();
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
        asAdmin().get("/rest/V1/bulk/" + uuid + "/status").then().statusCode(200);
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(31)), Clock.class);
        worker.tidy();
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
        asAdmin().get("/rest/V1/bulk/" + uuid + "/status").then().statusCode(404);
    }
}
