package io.clientele;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.with;
import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.event.OutboxFixture;
import io.clientele.event.webhook.WebhookFixture;
import io.clientele.fuzz.Operation;
import io.clientele.fuzz.Wire;
import io.clientele.merge.MergeFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.clientele.tax.TaxFixture;
import io.clientele.transfer.TransferFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nobody reaches what is not theirs by naming its id (security goal S2): every operation of the served document that
 * takes one has a row here, and answers "is not yours" like "is not there".
 */
@QuarkusTest
class ObjectAccessTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Ids that nothing has. */
    private static final List<String> ABSENT = List.of("987654321", "-1");

    /** No ids at all, or more than an id can be. */
    private static final List<String> NO_IDS =
            List.of("9223372036854775808", "-9223372036854775809", "abc", "1.5", "%00");

    private static final List<String> TABLES = List.of(
            "segment_version",
            "customer_merge",
            "customer",
            "customer_address",
            "website",
            "store_group",
            "store_view",
            "customer_group",
            "tax_class",
            "tax_rate",
            "tax_rule",
            "admin_user",
            "admin_role",
            "setting",
            "integration",
            "privacy_request",
            "grid_view");

    /** What an id names, and whether it belongs to a website (or, for administrators, to those of a role). */
    private enum Kind {
        CUSTOMER(true),
        /** A customer as the grid changes it. */
        GRID_ROW(true),
        ADDRESS(true),
        WEBSITE(true),
        STORE_GROUP(true),
        STORE_VIEW(true),
        USER(true),
        ROLE(true),
        /** Of the websites it is limited to. */
        INTEGRATION(true),
        /** Of one administrator. */
        GRID_VIEW(true),
        /** Of one administrator. */
        JOB(true),
        /** Of one administrator, for those who are limited to websites. */
        IMPORT(true),
        /** Of one administrator, for those who are limited to websites. */
        EXPORT(true),
        /** Of a shop with all of its websites. */
        MOVE_IN(false),
        /** Of the website it was made on. */
        PRIVACY_REQUEST(true),
        /** Of the websites it is for. */
        SEGMENT(true),
        /** Of the website of the customer that stays; it is never deleted by itself. */
        MERGE(true),
        GROUP(false),
        TAX_CLASS(false),
        TAX_RATE(false),
        TAX_RULE(false),
        /** One that was parked. */
        OUTBOX_MESSAGE(false),
        /** Told of what happens on all websites. */
        WEBHOOK(false),
        /** One that was given up. */
        WEBHOOK_DELIVERY(false),
        /** Known by a name, and open to everybody. */
        COUNTRY(false),
        /** Known by a code, and the same for all websites. */
        ATTRIBUTE(false),
        /** Known by a sku, and the same for all websites; what administrators of one may do is in the tests of prices. */
        PRODUCT(false),
        /** Known by an e-mail address, or by a token that answers for itself. */
        MAILED(false),
        /** Known by a random number; who may see it is in the tests of bulks. */
        BULK(false),
        /** Known by a path, beside which the query names a website. */
        SETTING(false);

        private final boolean owned;

        Kind(boolean owned) {
            this.owned = owned;
        }

        boolean numbered() {
            return this != COUNTRY
                    && this != BULK
                    && this != SETTING
                    && this != ATTRIBUTE
                    && this != PRODUCT
                    && this != MAILED;
        }
    }

    /** The operations that take an id, what it names, and a body that would do something. */
    private static final Map<String, Kind> ROWS = Map.ofEntries(
            entry("GET /rest/V1/bulk/{bulkUuid}/status", Kind.BULK),
            entry("GET /rest/V1/bulk/{bulkUuid}/detailed-status", Kind.BULK),
            entry("GET /rest/V1/bulk/{bulkUuid}/operation-status/{status}", Kind.BULK),
            entry("DELETE /rest/V1/addresses/{addressId}", Kind.ADDRESS),
            entry("GET /rest/V1/customers/addresses/{addressId}", Kind.ADDRESS),
            entry("GET /rest/V1/customers/{customerId}", Kind.CUSTOMER),
            entry("PUT /rest/V1/customers/{customerId}", Kind.CUSTOMER),
            entry("DELETE /rest/V1/customers/{customerId}", Kind.CUSTOMER),
            entry("GET /rest/V1/customers/{customerId}/activity", Kind.CUSTOMER),
            entry("GET /rest/V1/customers/{customerId}/billingAddress", Kind.CUSTOMER),
            entry("GET /rest/V1/customers/{customerId}/shippingAddress", Kind.CUSTOMER),
            entry("GET /rest/V1/customers/{customerId}/permissions/readonly", Kind.CUSTOMER),
            entry("GET /rest/V1/customers/{customerId}/confirm", Kind.CUSTOMER),
            entry("POST /rest/V1/customers/{customerId}/unlock", Kind.CUSTOMER),
            entry("POST /rest/V1/customers/{customerId}/revokeTokens", Kind.CUSTOMER),
            entry("POST /rest/V1/customers/{customerId}/sendPasswordReset", Kind.CUSTOMER),
            entry("POST /rest/V1/customers/{customerId}/deactivate", Kind.CUSTOMER),
            entry("POST /rest/V1/customers/{customerId}/reactivate", Kind.CUSTOMER),
            entry("POST /rest/V1/customer/{customerId}/otp", Kind.CUSTOMER),
            entry("POST /rest/V1/customers/{customerId}/token", Kind.CUSTOMER),
            entry("POST /rest/V1/admin/users/{id}/resetSecondFactor", Kind.USER),
            entry("GET /rest/V1/tfa/default-provider-code/{userId}", Kind.USER),
            entry("GET /rest/V1/tfa/user-providers/{userId}", Kind.USER),
            entry("GET /rest/V1/tfa/providers-to-activate/{userId}", Kind.USER),
            entry("PUT /rest/V1/customers/{email}/activate", Kind.MAILED),
            entry("POST /rest/V1/newsletter/unsubscribe/{token}", Kind.MAILED),
            entry("GET /rest/V1/customers/{customerId}/password/resetLinkToken/{resetPasswordLinkToken}", Kind.MAILED),
            entry("GET /rest/V1/customerGroups/default/{storeId}", Kind.STORE_VIEW),
            entry("PUT /rest/V1/customerGroups/default/{id}", Kind.GROUP),
            entry("GET /rest/V1/customerGroups/{id}", Kind.GROUP),
            entry("PUT /rest/V1/customerGroups/{id}", Kind.GROUP),
            entry("DELETE /rest/V1/customerGroups/{id}", Kind.GROUP),
            entry("GET /rest/V1/customerGroups/{id}/permissions", Kind.GROUP),
            entry("GET /rest/V1/taxClasses/{taxClassId}", Kind.TAX_CLASS),
            entry("PUT /rest/V1/taxClasses/{classId}", Kind.TAX_CLASS),
            entry("DELETE /rest/V1/taxClasses/{taxClassId}", Kind.TAX_CLASS),
            entry("GET /rest/V1/taxRates/{rateId}", Kind.TAX_RATE),
            entry("DELETE /rest/V1/taxRates/{rateId}", Kind.TAX_RATE),
            entry("GET /rest/V1/taxRules/{ruleId}", Kind.TAX_RULE),
            entry("DELETE /rest/V1/taxRules/{ruleId}", Kind.TAX_RULE),
            entry("PUT /rest/V1/store/websites/{id}", Kind.WEBSITE),
            entry("DELETE /rest/V1/store/websites/{id}", Kind.WEBSITE),
            entry("PUT /rest/V1/store/storeGroups/{id}", Kind.STORE_GROUP),
            entry("DELETE /rest/V1/store/storeGroups/{id}", Kind.STORE_GROUP),
            entry("PUT /rest/V1/store/storeViews/{id}", Kind.STORE_VIEW),
            entry("DELETE /rest/V1/store/storeViews/{id}", Kind.STORE_VIEW),
            entry("PUT /rest/V1/admin/users/{id}", Kind.USER),
            entry("DELETE /rest/V1/admin/users/{id}", Kind.USER),
            entry("PUT /rest/V1/admin/roles/{id}", Kind.ROLE),
            entry("DELETE /rest/V1/admin/roles/{id}", Kind.ROLE),
            entry("GET /rest/V1/integrations/{id}", Kind.INTEGRATION),
            entry("PUT /rest/V1/integrations/{id}", Kind.INTEGRATION),
            entry("DELETE /rest/V1/integrations/{id}", Kind.INTEGRATION),
            entry("POST /rest/V1/integrations/{id}/rotate", Kind.INTEGRATION),
            entry("POST /rest/V1/integrations/{id}/revoke", Kind.INTEGRATION),
            entry("PUT /rest/V1/customerGrid/rows/{customerId}", Kind.GRID_ROW),
            entry("GET /rest/V1/imports/{id}", Kind.IMPORT),
            entry("GET /rest/V1/imports/{id}/errors", Kind.IMPORT),
            entry("GET /rest/V1/imports/{id}/errors/file", Kind.IMPORT),
            entry("GET /rest/V1/imports/{id}/file", Kind.IMPORT),
            entry("GET /rest/V1/moveIns/{id}", Kind.MOVE_IN),
            entry("GET /rest/V1/exports/{id}", Kind.EXPORT),
            entry("GET /rest/V1/exports/{id}/file", Kind.EXPORT),
            entry("GET /rest/V1/privacy/requests/{id}", Kind.PRIVACY_REQUEST),
            entry("PUT /rest/V1/privacy/requests/{id}", Kind.PRIVACY_REQUEST),
            entry("DELETE /rest/V1/privacy/requests/{id}", Kind.PRIVACY_REQUEST),
            entry("POST /rest/V1/privacy/requests/{id}/verify", Kind.PRIVACY_REQUEST),
            entry("GET /rest/V1/privacy/requests/{id}/file", Kind.PRIVACY_REQUEST),
            entry("GET /rest/V1/customers/{customerId}/consentHistory", Kind.CUSTOMER),
            entry("GET /rest/V1/jobs/{id}", Kind.JOB),
            entry("GET /rest/V1/customers/massActions/{jobId}/changes", Kind.JOB),
            entry("POST /rest/V1/customers/massActions/{jobId}/undo", Kind.JOB),
            entry("GET /rest/V1/jobs/{id}/errors", Kind.JOB),
            entry("POST /rest/V1/jobs/{id}/cancel", Kind.JOB),
            entry("GET /rest/V1/merges/{id}", Kind.MERGE),
            entry("POST /rest/V1/merges/{id}/undo", Kind.MERGE),
            entry("GET /rest/V1/customerSegments/{id}", Kind.SEGMENT),
            entry("PUT /rest/V1/customerSegments/{id}", Kind.SEGMENT),
            entry("DELETE /rest/V1/customerSegments/{id}", Kind.SEGMENT),
            entry("GET /rest/V1/customerSegments/{id}/versions", Kind.SEGMENT),
            entry("POST /rest/V1/customerSegments/{id}/refresh", Kind.SEGMENT),
            entry("GET /rest/V1/customerSegments/{id}/customers", Kind.SEGMENT),
            entry("GET /rest/V1/customerSegments/{id}/export", Kind.SEGMENT),
            entry("GET /rest/V1/customerSegments/{id}/history", Kind.SEGMENT),
            entry("GET /rest/V1/customerSegments/{id}/explain/{customerId}", Kind.SEGMENT),
            entry("GET /rest/V1/customers/{customerId}/segments", Kind.CUSTOMER),
            entry("GET /rest/V1/customers/{customerId}/overview", Kind.CUSTOMER),
            entry("GET /rest/V1/customers/{customerId}/context", Kind.CUSTOMER),
            entry("GET /rest/V1/customerGrid/views/{id}", Kind.GRID_VIEW),
            entry("PUT /rest/V1/customerGrid/views/{id}", Kind.GRID_VIEW),
            entry("DELETE /rest/V1/customerGrid/views/{id}", Kind.GRID_VIEW),
            entry("GET /rest/V1/directory/countries/{countryId}", Kind.COUNTRY),
            entry("GET /rest/V1/customerAttributes/{attributeCode}", Kind.ATTRIBUTE),
            entry("PUT /rest/V1/customerAttributes/{attributeCode}", Kind.ATTRIBUTE),
            entry("DELETE /rest/V1/customerAttributes/{attributeCode}", Kind.ATTRIBUTE),
            entry("GET /rest/V1/customerAddressAttributes/{attributeCode}", Kind.ATTRIBUTE),
            entry("PUT /rest/V1/customerAddressAttributes/{attributeCode}", Kind.ATTRIBUTE),
            entry("DELETE /rest/V1/customerAddressAttributes/{attributeCode}", Kind.ATTRIBUTE),
            entry("GET /rest/V1/attributeMetadata/customer/attribute/{attributeCode}", Kind.ATTRIBUTE),
            entry("GET /rest/V1/attributeMetadata/customer/form/{formCode}", Kind.ATTRIBUTE),
            entry("GET /rest/V1/attributeMetadata/customerAddress/attribute/{attributeCode}", Kind.ATTRIBUTE),
            entry("GET /rest/V1/attributeMetadata/customerAddress/form/{formCode}", Kind.ATTRIBUTE),
            entry("GET /rest/V1/customers/{customerId}/attributes/{attributeCode}/file", Kind.CUSTOMER),
            entry(
                    "GET /rest/V1/customers/{customerId}/addresses/{addressId}/attributes/{attributeCode}/file",
                    Kind.CUSTOMER),
            entry("GET /rest/V1/customers/me/attributes/{attributeCode}/file", Kind.ATTRIBUTE),
            entry("GET /rest/V1/customers/me/addresses/{addressId}/attributes/{attributeCode}/file", Kind.ATTRIBUTE),
            entry("DELETE /rest/V1/signingKeys/{kid}", Kind.ATTRIBUTE),
            entry("POST /rest/V1/outbox/{id}/release", Kind.OUTBOX_MESSAGE),
            entry("DELETE /rest/V1/outbox/{id}", Kind.OUTBOX_MESSAGE),
            entry("GET /rest/V1/webhooks/{id}", Kind.WEBHOOK),
            entry("PUT /rest/V1/webhooks/{id}", Kind.WEBHOOK),
            entry("DELETE /rest/V1/webhooks/{id}", Kind.WEBHOOK),
            entry("POST /rest/V1/webhooks/{id}/rotate", Kind.WEBHOOK),
            entry("POST /rest/V1/webhooks/{id}/test", Kind.WEBHOOK),
            entry("POST /rest/V1/webhooks/{id}/replay", Kind.WEBHOOK),
            entry("POST /rest/V1/webhookDeliveries/{id}/release", Kind.WEBHOOK_DELIVERY),
            entry("DELETE /rest/V1/webhookDeliveries/{id}", Kind.WEBHOOK_DELIVERY),
            entry("GET /rest/V1/customers/{customerId}/sessions", Kind.CUSTOMER),
            entry("DELETE /rest/V1/customers/{customerId}/sessions", Kind.CUSTOMER),
            entry("DELETE /rest/V1/customers/{customerId}/sessions/{sessionId}", Kind.CUSTOMER),
            entry("GET /rest/V1/customers/me/sessions/{sessionId}", Kind.ATTRIBUTE),
            entry("DELETE /rest/V1/customers/me/sessions/{sessionId}", Kind.ATTRIBUTE),
            entry("DELETE /rest/V1/customers/me/consents/{integrationId}", Kind.ATTRIBUTE),
            entry("GET /oauth2/requests/{id}", Kind.MAILED),
            entry("POST /oauth2/requests/{id}", Kind.MAILED),
            entry("GET /rest/V1/productFacts/{sku}", Kind.PRODUCT),
            entry("PUT /rest/V1/productFacts/{sku}", Kind.PRODUCT),
            entry("DELETE /rest/V1/productFacts/{sku}", Kind.PRODUCT),
            entry("GET /rest/V1/products/{sku}/group-prices/{customerGroupId}/tiers", Kind.PRODUCT),
            entry(
                    "POST /rest/V1/products/{sku}/group-prices/{customerGroupId}/tiers/{qty}/price/{price}",
                    Kind.PRODUCT),
            entry("DELETE /rest/V1/products/{sku}/group-prices/{customerGroupId}/tiers/{qty}", Kind.PRODUCT),
            entry("GET /rest/V1/settings/{path}", Kind.SETTING),
            entry("PUT /rest/V1/settings/{path}", Kind.SETTING),
            entry("DELETE /rest/V1/settings/{path}", Kind.SETTING));

    @Inject
    Tokens tokens;

    @Inject
    Database database;

    private int website;
    private int storeGroup;
    private int storeView;
    private String limited = "";

    /** What is to be removed again, the newest first. */
    private final Deque<String> made = new ArrayDeque<>();

    /** Of rules: what they would tax belongs to no other test. */
    private static int productClass;

    @BeforeEach
    void make_another_website_and_an_administrator_who_may_not_see_it() {
        if (productClass == 0) {
            productClass = TaxFixture.taxClass("PRODUCT");
        }
        website = StoreFixture.website(StoreFixture.code("access"));
        storeGroup = StoreFixture.group(website, StoreFixture.code("access"));
        storeView = StoreFixture.view(website, storeGroup, StoreFixture.code("access"), true);
        limited = tokens.issue(Subject.admin(user(role(List.of(1)))), 0);
    }

    @AfterEach
    void remove_what_was_made() {
        made.forEach(path -> asAdmin().delete(path));
    }

    @Test
    void every_operation_with_an_id_has_a_row() throws Exception {
        assertThat(new TreeSet<>(ROWS.keySet())).isEqualTo(new TreeSet<>(operations()));
    }

    @Test
    void what_is_not_there_is_answered_as_missing_or_as_no_id() {
        SoftAssertions softly = new SoftAssertions();
        ROWS.forEach((operation, kind) -> {
            if (!kind.numbered()) {
                return;
            }
            for (String id : ABSENT) {
                Response answer = call(operation, id, kind, AdminFixture.token());
                softly.assertThat(answer.statusCode())
                        .as("%s with %s: %s", operation, id, answer.asString())
                        .isEqualTo(404);
                softly.assertThat(answer.asString()).as(operation).contains("No such entity with %fieldName");
            }
            Response deleted = call(operation, deleted(kind), kind, AdminFixture.token());
            softly.assertThat(deleted.statusCode())
                    .as("%s of what was deleted: %s", operation, deleted.asString())
                    .isEqualTo(404);
            for (String id : NO_IDS) {
                Response answer = call(operation, id, kind, AdminFixture.token());
                softly.assertThat(answer.statusCode())
                        .as("%s with %s: %s", operation, id, answer.asString())
                        .isEqualTo(400);
            }
        });
        softly.assertAll();
    }

    @Test
    void what_is_of_another_website_is_answered_like_what_is_not_there() {
        SoftAssertions softly = new SoftAssertions();
        ROWS.forEach((operation, kind) -> {
            if (!kind.owned) {
                return;
            }
            String id = make(kind);
            String before = stored();
            Response missing = call(operation, "987654321", kind, limited);
            Response answer = call(operation, id, kind, limited);
            softly.assertThat(answer.statusCode())
                    .as("%s: %s", operation, answer.asString())
                    .isEqualTo(404);
            softly.assertThat(answer.asString().replace(id, "987654321"))
                    .as(operation)
                    .isEqualTo(missing.asString());
            softly.assertThat(stored()).as("%s changed something", operation).isEqualTo(before);
        });
        softly.assertAll();
    }

    @Test
    void what_belongs_to_all_websites_is_not_changed_by_an_administrator_of_one() {
        SoftAssertions softly = new SoftAssertions();
        ROWS.forEach((operation, kind) -> {
            if (!kind.numbered() || kind.owned || operation.startsWith("GET")) {
                return;
            }
            String id = make(kind);
            String before = stored();
            Response answer = call(operation, id, kind, limited);
            softly.assertThat(answer.statusCode())
                    .as("%s: %s", operation, answer.asString())
                    .isEqualTo(401);
            softly.assertThat(stored()).as("%s changed something", operation).isEqualTo(before);
        });
        softly.assertAll();
    }

    @Test
    void settings_of_another_website_are_not_there() {
        String before = stored();
        for (String verb : List.of("GET", "PUT", "DELETE")) {
            for (String at : List.of("websites&scope_id=" + website, "stores&scope_id=" + storeView)) {
                as(limited)
                        .body(Map.of("value", "kgs"))
                        .request(verb, "/rest/V1/settings/general/locale/weight_unit?scope=" + at)
                        .then()
                        .statusCode(404);
            }
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void a_search_shows_nothing_of_another_website() {
        String id = make(Kind.CUSTOMER);
        as(limited)
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "id")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", id)
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .body("items", org.hamcrest.Matchers.empty())
                .body("total_count", org.hamcrest.Matchers.equalTo(0));
    }

    @Test
    void ids_in_the_body_of_a_customer_reach_nothing_of_somebody_else() throws Exception {
        long victim = createByAdmin(customerWithAddresses(2));
        long address = addresses(victim).getFirst();
        Map<String, Object> own = customerWithAddresses(1);
        long self = createByAdmin(own);
        String token = tokens.issue(Subject.customer(self), 1);
        String before = of(victim);
        for (Map<String, Object> body : List.of(
                with(own, "id", victim),
                with(own, "addresses", List.of(with(address(), "id", address))),
                with(own, "addresses", List.of(with(with(address(), "id", address), "customer_id", victim))),
                with(own, "addresses", List.of(with(address(), "customer_id", victim))),
                with(own, "default_billing", Long.toString(address)),
                with(own, "default_shipping", Long.toString(address)))) {
            Response answer = as(token).body(Map.of("customer", body)).put("/rest/V1/customers/me");
            assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 404);
            assertThat(of(victim)).as("after %s", JSON.writeValueAsString(body)).isEqualTo(before);
            assertThat(addresses(self)).doesNotContain(address);
            if (answer.statusCode() == 200) {
                assertThat(answer.jsonPath().getLong("id")).isEqualTo(self);
                assertThat(answer.jsonPath().getString("default_billing")).isNotEqualTo(Long.toString(address));
                assertThat(answer.jsonPath().getString("default_shipping")).isNotEqualTo(Long.toString(address));
            }
        }
        asAdmin()
                .body(Map.of("customer", Map.of("addresses", List.of(with(address(), "id", address)))))
                .put("/rest/V1/customers/" + self)
                .then()
                .statusCode(404);
        assertThat(of(victim)).isEqualTo(before);
    }

    @Test
    void an_address_of_somebody_else_is_refused_over_graphql_in_the_words_of_the_contract() throws Exception {
        long victim = createByAdmin(customerWithAddresses(1));
        long address = addresses(victim).getFirst();
        String uid = java.util.Base64.getEncoder()
                .encodeToString(Long.toString(address).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        String token = tokens.issue(Subject.customer(createByAdmin(customer())), 1);
        String before = of(victim);
        String input = "input: {city: \"Elsewhere\", default_billing: true}";
        refused(
                token,
                "updateCustomerAddress(id: %d, %s) { id }".formatted(address, input),
                "Current customer does not have permission to address with ID \"" + address + "\"");
        refused(
                token,
                "deleteCustomerAddress(id: %d)".formatted(address),
                "Current customer does not have permission to address with ID \"" + address + "\"");
        refused(
                token,
                "updateCustomerAddressV2(uid: \"%s\", %s) { id }".formatted(uid, input),
                "Current customer does not have permission to get address with the specified ID");
        refused(
                token,
                "deleteCustomerAddressV2(uid: \"%s\")".formatted(uid),
                "Current customer does not have permission to get address with the specified ID");
        for (String id : List.of("-1", "0", "987654321", "2147483647")) {
            refused(
                    token,
                    "updateCustomerAddress(id: %s, %s) { id }".formatted(id, input),
                    "Could not find a address with ID");
            refused(token, "deleteCustomerAddress(id: %s)".formatted(id), "Could not find a address with ID");
        }
        for (String id : List.of("LTE=", "OTg3NjU0MzIx", "OTIyMzM3MjAzNjg1NDc3NTgwOA==", "abc", "", "MQ")) {
            refused(token, "updateCustomerAddressV2(uid: \"%s\", %s) { id }".formatted(id, input), "");
            refused(token, "deleteCustomerAddressV2(uid: \"%s\")".formatted(id), "");
        }
        refused(
                token,
                "updateCustomerAddress(id: 9223372036854775808, %s) { id }".formatted(input),
                "Int cannot represent");
        assertThat(of(victim)).isEqualTo(before);
    }

    @Test
    void a_customer_is_nobody_on_a_website_where_the_account_does_not_count() {
        String token = tokens.issue(Subject.customer(createByAdmin(customer())), 1);
        String code = asAdmin()
                .get("/rest/V1/store/storeViews")
                .then()
                .extract()
                .path("find { it.id == %d }.code".formatted(storeView));
        as(token).get("/rest/V1/customers/me").then().statusCode(200);
        as(token).get("/rest/" + code + "/V1/customers/me").then().statusCode(401);
        as(token)
                .header("Store", code)
                .body(Map.of("query", "{ customer { email } }"))
                .post("/graphql")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(401, 403))
                .body("data.customer", org.hamcrest.Matchers.nullValue());
    }

    private static void refused(String token, String mutation, String message) throws Exception {
        HttpResponse<String> answer = Wire.json(
                "POST", "/graphql", token, JSON.writeValueAsBytes(Map.of("query", "mutation { " + mutation + " }")));
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.at("/errors/0/message").asText())
                .as("%s -> %s", mutation, answer.body())
                .isNotEmpty()
                .startsWith(message)
                .isNotEqualTo("Internal server error");
    }

    private static List<String> operations() throws Exception {
        JsonNode document = JSON.readTree(
                given().get("/q/openapi?format=json").then().extract().asString());
        return Operation.all(document).stream()
                // An external key is the caller's own text; it makes what is not there.
                .filter(operation ->
                        operation.path().contains("{") && !operation.path().contains("{externalId}"))
                // Another operation's path, which has a row of its own.
                .filter(operation -> !operation.path().startsWith("/rest/async/"))
                .map(Operation::toString)
                .collect(Collectors.toList());
    }

    private static Response call(String operation, String id, Kind kind, String token) {
        String[] parts = operation.split(" ");
        return as(token)
                .urlEncodingEnabled(false)
                .body(
                        operation.endsWith("/otp")
                                ? Map.of("reason", "To help")
                                : operation.endsWith("/verify") ? Map.of("evidence", "Seen") : body(kind))
                .request(parts[0], parts[1].replaceAll("\\{[^}]+}", id));
    }

    private static Map<String, Object> body(Kind kind) {
        String code = "access" + NUMBER.incrementAndGet();
        return switch (kind) {
            case CUSTOMER -> Map.of("customer", customer());
            case GRID_ROW -> Map.of("row", Map.of("taxvat", code));
            case ADDRESS -> Map.of("address", address());
            case WEBSITE -> Map.of("website", Map.of("name", "Changed"));
            case STORE_GROUP -> Map.of("group", Map.of("name", "Changed"));
            case STORE_VIEW -> Map.of("store", Map.of("name", "Changed"));
            case USER -> Map.of("user", Map.of("firstname", "Changed"));
            case ROLE -> Map.of("role", Map.of("name", code));
            case INTEGRATION -> Map.of("integration", Map.of("name", code));
            case GRID_VIEW -> Map.of("view", Map.of("name", code));
            case WEBHOOK, WEBHOOK_DELIVERY ->
                Map.of("webhook", Map.of("is_active", false), "replay", Map.of("after", "0"));
            case SEGMENT -> Map.of("segment", Map.of("name", code));
            case MERGE -> Map.of();
            case PRIVACY_REQUEST -> Map.of("request", Map.of("on_hold", true));
            case GROUP -> Map.of("group", Map.of("code", code, "tax_class_id", 3));
            case TAX_CLASS -> Map.of("taxClass", Map.of("class_name", code, "class_type", "CUSTOMER"));
            case TAX_RATE ->
                Map.of("taxRate", Map.of("tax_country_id", "DE", "tax_postcode", "*", "rate", 19, "code", code));
            case TAX_RULE ->
                Map.of(
                        "rule",
                        Map.of(
                                "code",
                                code,
                                "priority",
                                0,
                                "position",
                                0,
                                "customer_tax_class_ids",
                                List.of(3),
                                "product_tax_class_ids",
                                List.of(productClass),
                                "tax_rate_ids",
                                List.of(1)));
            case COUNTRY, BULK, SETTING, ATTRIBUTE, PRODUCT, MAILED, OUTBOX_MESSAGE, JOB, IMPORT, EXPORT, MOVE_IN ->
                Map.of("value", "1");
        };
    }

    /** Something of the kind that belongs to the other website; administrators belong to all. */
    private String make(Kind kind) {
        String code = StoreFixture.code("access");
        return switch (kind) {
            case CUSTOMER, GRID_ROW -> Long.toString(createByAdmin(here(customerWithAddresses(1))));
            case ADDRESS ->
                Long.toString(
                        addresses(createByAdmin(here(customerWithAddresses(1)))).getFirst());
            case WEBSITE -> Integer.toString(StoreFixture.website(code));
            case STORE_GROUP -> Integer.toString(StoreFixture.group(website, code));
            case STORE_VIEW -> Integer.toString(StoreFixture.view(website, storeGroup, code, true));
            case USER -> Long.toString(user(role(List.of())));
            case ROLE -> Long.toString(role(List.of()));
            case INTEGRATION ->
                made(
                        "/rest/V1/integrations",
                        Map.of(
                                "integration",
                                Map.of("name", code, "resources", List.of(), "website_ids", List.of(website))));
            case WEBHOOK -> Long.toString(WebhookFixture.create());
            case WEBHOOK_DELIVERY -> WebhookFixture.dead();
            case GRID_VIEW -> made("/rest/V1/customerGrid/views", body(kind));
            case SEGMENT -> segment();
            case MERGE ->
                Long.toString(MergeFixture.merge(createByAdmin(here(customer())), createByAdmin(here(customer()))));
            case IMPORT -> TransferFixture.imported("email,_website\nnobody@example.com,base", "checkOnly=true");
            case PRIVACY_REQUEST ->
                made(
                        "/rest/V1/privacy/requests",
                        Map.of(
                                "request",
                                Map.of(
                                        "kind",
                                        "access",
                                        "customer_id",
                                        createByAdmin(here(customerWithAddresses(1))))));
            case EXPORT -> made("/rest/V1/exports", Map.of("export", Map.of("entity", "customer")));
            case JOB ->
                asAdmin()
                        .post("/rest/V1/customerSegments/" + segment() + "/refresh")
                        .jsonPath()
                        .getString("job_id");
            case GROUP -> made("/rest/V1/customerGroups", body(kind));
            case TAX_CLASS -> made("/rest/V1/taxClasses", body(kind));
            case TAX_RATE -> made("/rest/V1/taxRates", body(kind));
            case TAX_RULE -> made("/rest/V1/taxRules", body(kind));
            case OUTBOX_MESSAGE -> OutboxFixture.parked();
            case COUNTRY, BULK, SETTING, ATTRIBUTE, PRODUCT, MAILED, MOVE_IN ->
                throw new IllegalArgumentException(kind.name());
        };
    }

    private String deleted(Kind kind) {
        if (List.of(Kind.JOB, Kind.IMPORT, Kind.EXPORT, Kind.MERGE, Kind.PRIVACY_REQUEST, Kind.MOVE_IN)
                .contains(kind)) {
            return ABSENT.getFirst();
        }
        String id = make(kind);
        String path = switch (kind) {
            case CUSTOMER, GRID_ROW -> "customers/";
            case ADDRESS -> "addresses/";
            case WEBSITE -> "store/websites/";
            case STORE_GROUP -> "store/storeGroups/";
            case STORE_VIEW -> "store/storeViews/";
            case USER -> "admin/users/";
            case ROLE -> "admin/roles/";
            case INTEGRATION -> "integrations/";
            case GRID_VIEW -> "customerGrid/views/";
            case WEBHOOK -> "webhooks/";
            case WEBHOOK_DELIVERY -> "webhookDeliveries/";
            case SEGMENT -> "customerSegments/";
            case GROUP -> "customerGroups/";
            case TAX_CLASS -> "taxClasses/";
            case TAX_RATE -> "taxRates/";
            case TAX_RULE -> "taxRules/";
            case OUTBOX_MESSAGE -> "outbox/";
            case COUNTRY,
                    BULK,
                    SETTING,
                    ATTRIBUTE,
                    PRODUCT,
                    MAILED,
                    JOB,
                    IMPORT,
                    EXPORT,
                    MERGE,
                    PRIVACY_REQUEST,
                    MOVE_IN -> throw new IllegalArgumentException(kind.name());
        };
        asAdmin().delete("/rest/V1/" + path + id).then().statusCode(200);
        return id;
    }

    /** A segment of the other website. */
    private String segment() {
        Map<String, Object> segment = with(SegmentFixture.any(), "website_ids", List.of(website));
        return made("/rest/V1/customerSegments", Map.of("segment", segment));
    }

    private Map<String, Object> here(Map<String, Object> customer) {
        return with(with(customer, "website_id", website), "store_id", storeView);
    }

    private static String made(String path, Map<String, Object> body) {
        Response answer = asAdmin().body(body).post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString().startsWith("{")
                ? answer.jsonPath().getString("id")
                : answer.asString().replace("\"", "");
    }

    private long role(List<Integer> websites) {
        return noted(
                "/rest/V1/admin/roles/",
                asAdmin()
                        .body(Map.of(
                                "role",
                                Map.of(
                                        "name",
                                        "Access " + NUMBER.incrementAndGet(),
                                        "resources",
                                        List.of("Magento_Backend::all"),
                                        "website_ids",
                                        websites)))
                        .post("/rest/V1/admin/roles")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getLong("id"));
    }

    private long noted(String collection, long id) {
        made.addFirst(collection + id);
        return id;
    }

    private long user(long roleId) {
        String name = "access" + NUMBER.incrementAndGet();
        return noted(
                "/rest/V1/admin/users/",
                asAdmin()
                        .body(Map.of(
                                "user",
                                Map.of(
                                        "username",
                                        name,
                                        "email",
                                        name + "@example.com",
                                        "firstname",
                                        "Ac",
                                        "lastname",
                                        "Cess",
                                        "password",
                                        "Access-Pass-1",
                                        "role_id",
                                        roleId)))
                        .post("/rest/V1/admin/users")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getLong("id"));
    }

    private static List<Long> addresses(long customerId) {
        return asAdmin()
                .get("/rest/V1/customers/" + customerId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("addresses.id", Long.class);
    }

    /** What is stored of one customer. */
    private String of(long customerId) {
        return database.list(
                        SqlFragment.of(
                                "select c::text from customer c where id = ?"
                                        + " union all (select a::text from customer_address a where customer_id = ?"
                                        + " order by a.id)",
                                customerId,
                                customerId),
                        row -> row.getString(1))
                .toString();
    }

    /** What is stored at all. */
    private String stored() {
        String all = TABLES.stream()
                .map(table -> "(select '" + table + "' || md5(coalesce(string_agg(t::text, '|' order by t::text), ''))"
                        + " from " + table + " t)")
                .collect(Collectors.joining(" || "));
        return database.first(SqlFragment.of("select " + all), row -> row.getString(1))
                .orElseThrow();
    }
}
