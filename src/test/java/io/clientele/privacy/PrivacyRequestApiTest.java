package io.clientele.privacy;

import static io.clientele.AdminFixture.administrator;
import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.ActivityFixture.order;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.activity.ActivityFixture.with;
import static io.clientele.privacy.PrivacyFixture.REQUESTS;
import static io.clientele.privacy.PrivacyFixture.ask;
import static io.clientele.privacy.PrivacyFixture.awaitStatus;
import static io.clientele.privacy.PrivacyFixture.file;
import static io.clientele.privacy.PrivacyFixture.guest;
import static io.clientele.privacy.PrivacyFixture.id;
import static io.clientele.privacy.PrivacyFixture.read;
import static io.clientele.privacy.PrivacyFixture.records;
import static io.clientele.privacy.PrivacyFixture.unzipped;
import static io.clientele.privacy.PrivacyFixture.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.MailFixture;
import io.clientele.customer.CustomerFixture;
import io.clientele.customer.GraphQLFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people ask about their own data, from the question to its end. */
@QuarkusTest
class PrivacyRequestApiTest {

    private static final String WRONG_LINK = "The link is not valid, or its time is over.";

    private static final String FAILURES = "clientele/throttle/address_failures";

    @Inject
    PrivacyRetention retention;

    @Test
    void a_guest_shows_by_a_mailed_link_who_asks_and_gets_another_one_to_the_file() {
        String email = CustomerFixture.email();
        report("orders", order("customer_email", email)).statusCode(200);
        long id = id(ask(guest(), "access", "email", email)
                .body("request.status", nullValue())
                .body("status", equalTo("awaiting_verification"))
                .body("source", equalTo("guest"))
                .body("customer_id", nullValue()));
        String token = MailFixture.token(MailFixture.mail(email, "privacy-verify"));
        refusedLink(verify(guest(), id, "token", token + "x"));
        refusedLink(verify(guest(), id + 1, "token", token));
        verify(guest(), id, "token", token)
                .statusCode(200)
                .body("status", equalTo("done"))
                .body("verified_at", notNullValue())
                .body("file_expires_at", notNullValue());
        refusedLink(verify(guest(), id, "token", token));
        String second = MailFixture.token(MailFixture.mail(email, "privacy-file"));
        guest().get(REQUESTS + "/" + id + "/file?token=" + token).then().statusCode(400);
        Map<String, String> entries = unzipped(file(guest(), id, "?token=" + second));
        assertThat(records(entries, "orders"))
                .singleElement()
                .satisfies(order -> assertThat(order.get("email").asText()).isEqualTo(email));
        assertThat(records(entries, "account")).isEmpty();
        guest().get(REQUESTS + "/" + id).then().statusCode(404);
        guest().get(REQUESTS).then().statusCode(200).body("items", empty()).body("total_count", is(0));
    }

    @Test
    void whoever_reads_the_mail_of_an_accounts_address_asks_for_the_account_and_strangers_learn_nothing() {
        Map<String, Object> ada = CustomerFixture.customer();
        long customer = CustomerFixture.create(ada);
        String email = ada.get("email").toString();
        ValidatableResponse known = ask(guest(), "erase", "email", email);
        ValidatableResponse unknown = ask(guest(), "erase", "email", CustomerFixture.email());
        for (String field : List.of("kind", "status", "source", "customer_id", "reason", "job_id", "on_hold")) {
            assertThat(known.extract().<Object>path(field))
                    .as(field)
                    .isEqualTo(unknown.extract().<Object>path(field));
        }
        long id = id(known);
        asAdmin().get("/rest/V1/customers/" + customer).then().statusCode(200);
        verify(guest(), id, "token", MailFixture.token(MailFixture.mail(email, "privacy-verify")))
                .statusCode(200);
        awaitStatus(id, "done");
        asAdmin().get("/rest/V1/customers/" + customer).then().statusCode(404);
    }

    @Test
    void a_stolen_token_is_not_enough_to_see_or_lose_everything() {
        Map<String, Object> ada = CustomerFixture.customer();
        CustomerFixture.create(ada);
        String token = CustomerFixture.token(ada.get("email"));
        for (String kind : List.of("access", "erase")) {
            long id = id(ask(as(token), kind).body("status", equalTo("awaiting_verification")));
            as(token).get(REQUESTS + "/" + id + "/file").then().statusCode(400);
            verify(as(token), id, "evidence", "It is me")
                    .statusCode(400)
                    .body("message", equalTo("\"%fieldName\" is required. Enter and try again."))
                    .body("parameters.fieldName", equalTo("token"));
        }
        as(token).get(REQUESTS).then().statusCode(200).body("items", hasSize(2));
    }

    @Test
    void a_customer_asks_for_the_own_account_only_and_nobody_vouches_for_oneself() {
        Map<String, Object> ada = CustomerFixture.customer();
        CustomerFixture.create(ada);
        String token = CustomerFixture.token(ada.get("email"));
        long other = CustomerFixture.createByAdmin(CustomerFixture.customer());
        String own = "A customer can ask for the own account only.";
        ask(as(token), "access", "customer_id", other).statusCode(400).body("message", equalTo(own));
        ask(as(token), "access", "email", "x@example.com").statusCode(400).body("message", equalTo(own));
        ask(guest(), "access", "customer_id", other).statusCode(400).body("message", equalTo(own));
        ask(guest(), "access", "email", "x@example.com", "evidence", "I swear").statusCode(401);
        ask(as(token), "access", "evidence", "I swear").statusCode(401);
        ask(as(administrator(List.of("Magento_Customer::manage"))), "access", "customer_id", other)
                .statusCode(401)
                .body("parameters.resources", equalTo("Clientele_Privacy::manage"));
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        ask(asAdmin(), "see", "email", "x@example.com")
                .statusCode(400)
                .body("message", equalTo("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters.value", equalTo("see"))
                .body("parameters.fieldName", equalTo("kind"));
        ask(guest(), "access")
                .statusCode(400)
                .body("message", equalTo("\"%fieldName\" is required. Enter and try again."))
                .body("parameters.fieldName", equalTo("email"));
        ask(guest(), "access", "email", "nobody")
                .statusCode(400)
                .body("message", equalTo("Please enter a valid email address."));
        ask(asAdmin(), "access")
                .statusCode(400)
                .body("message", equalTo("Name the person by either customer_id or email."));
        ask(asAdmin(), "access", "email", "x@example.com", "customer_id", 1)
                .statusCode(400)
                .body("message", equalTo("Name the person by either customer_id or email."));
        ask(asAdmin(), "access", "customer_id", 987654321)
                .statusCode(404)
                .body("parameters.fieldName", equalTo("customerId"));
    }

    @Test
    void an_address_is_not_mailed_again_and_again() {
        String email = CustomerFixture.email();
        StoreFixture.set("clientele/privacy/maximum_requests", "2", "websites", 1);
        try {
            ask(guest(), "access", "email", email).statusCode(200);
            ask(guest(), "access", "email", email.toUpperCase(Locale.ROOT)).statusCode(200);
            ask(guest(), "access", "email", email)
                    .statusCode(429)
                    .body("message", equalTo("Too many privacy requests. Please wait and try again later."));
            ask(asAdmin(), "access", "email", email).statusCode(200);
        } finally {
            StoreFixture.inherit("clientele/privacy/maximum_requests", "websites", 1);
        }
    }

    @Test
    void a_link_is_good_for_as_many_hours_as_the_setting_says_and_the_request_expires_with_it() {
        String email = CustomerFixture.email();
        StoreFixture.set("clientele/privacy/verification_link_hours", "3", "websites", 1);
        long id = id(ask(guest(), "access", "email", email));
        StoreFixture.inherit("clientele/privacy/verification_link_hours", "websites", 1);
        assertThat(SegmentFixture.count(
                        "select count(*) from privacy_request where id = ?"
                                + " and token_expires_at = created_at + interval '3 hours'",
                        id))
                .isEqualTo(1);
        String token = MailFixture.token(MailFixture.mail(email, "privacy-verify"));
        SegmentFixture.run("update privacy_request set token_expires_at = created_at where id = ?", id);
        refusedLink(verify(guest(), id, "token", token));
        retention.run();
        assertThat(read(id).getString("status")).isEqualTo("expired");
    }

    @Test
    void whoever_guesses_tokens_has_to_wait_and_leaves_an_entry() {
        long id = id(ask(guest(), "access", "email", CustomerFixture.email()));
        StoreFixture.set(FAILURES, "2", "default", 0);
        try {
            refusedLink(verify(stranger(), id, "token", "a"));
            refusedLink(verify(stranger(), id, "token", "b"));
            verify(stranger(), id, "token", "c").statusCode(429);
        } finally {
            StoreFixture.inherit(FAILURES, "default", 0);
        }
        assertThat(SegmentFixture.count(
                        "select count(*) from audit_entry where action = 'privacy_request.verified' and object_id = ?"
                                + " and outcome = 'failure' and reason = 'token'",
                        Long.toString(id)))
                .isEqualTo(2);
    }

    @Test
    void a_spa_of_administrators_finds_requests_over_graphql() {
        String email = CustomerFixture.email();
        long id = id(ask(asAdmin(), "object", "email", email));
        GraphQLFixture.graphql(
                        AdminFixture.token(),
                        "{ adminPrivacyRequests(filter: [{field: \"email\", value: \"" + email
                                + "\"}]) { total_count items { id kind status email source due_at } } }")
                .statusCode(200)
                .body("data.adminPrivacyRequests.total_count", is(1))
                .body("data.adminPrivacyRequests.items[0].id", equalTo(Long.toString(id)))
                .body("data.adminPrivacyRequests.items[0].kind", equalTo("object"))
                .body("data.adminPrivacyRequests.items[0].email", equalTo(email));
    }

    @Test
    void a_request_is_due_in_as_many_days_as_the_setting_says_and_is_extended_once() {
        StoreFixture.set("clientele/privacy/due_days", "45", "websites", 1);
        StoreFixture.set("clientele/privacy/extension_days", "10", "websites", 1);
        try {
            long id = id(ask(asAdmin(), "access", "email", CustomerFixture.email()));
            assertThat(dueAfter(id)).isEqualTo(45);
            change(id, Map.of("extended", true)).statusCode(200).body("extended", is(true));
            assertThat(dueAfter(id)).isEqualTo(55);
            change(id, Map.of("extended", true))
                    .statusCode(400)
                    .body("message", equalTo("The time for the privacy request was extended before."));
        } finally {
            StoreFixture.inherit("clientele/privacy/due_days", "websites", 1);
            StoreFixture.inherit("clientele/privacy/extension_days", "websites", 1);
        }
    }

    @Test
    void an_erasure_waits_for_open_orders_and_for_whoever_put_it_off() {
        long customer = CustomerFixture.createByAdmin(CustomerFixture.customer());
        Map<String, Object> order = order("customer_id", customer, "status", "processing");
        report("orders", order).statusCode(200);
        long id = id(ask(asAdmin(), "erase", "customer_id", customer, "evidence", "Passport")
                .body("status", equalTo("open"))
                .body("reason", equalTo("open_orders")));
        retention.run();
        assertThat(read(id).getString("status")).isEqualTo("open");
        change(id, Map.of("on_hold", true)).statusCode(200).body("reason", equalTo("on_hold"));
        report("orders", with(order, "status", "complete")).statusCode(200);
        retention.run();
        assertThat(read(id).getString("status")).isEqualTo("open");
        change(id, Map.of("on_hold", false)).statusCode(200).body("status", equalTo("in_progress"));
        awaitStatus(id, "done");
        asAdmin().get("/rest/V1/customers/" + customer).then().statusCode(404);
    }

    @Test
    void an_erasure_goes_on_by_itself_once_nothing_is_in_the_way() {
        long customer = CustomerFixture.createByAdmin(CustomerFixture.customer());
        Map<String, Object> order = order("customer_id", customer, "status", "Shipping late");
        report("orders", order).statusCode(200);
        StoreFixture.set("clientele/privacy/open_order_statuses", "shipping late", "websites", 1);
        long id;
        try {
            id = id(ask(asAdmin(), "erase", "customer_id", customer, "evidence", "Passport")
                    .body("reason", equalTo("open_orders")));
        } finally {
            StoreFixture.inherit("clientele/privacy/open_order_statuses", "websites", 1);
        }
        retention.run();
        awaitStatus(id, "done");
    }

    @Test
    void an_administrator_rejects_with_a_reason_and_what_has_ended_is_not_changed() {
        long id = id(ask(asAdmin(), "erase", "email", CustomerFixture.email()));
        change(id, Map.of("status", "rejected")).statusCode(400).body("parameters.fieldName", equalTo("reason"));
        change(id, Map.of("status", "done", "reason", "x")).statusCode(400).body("parameters.value", equalTo("done"));
        change(id, Map.of("status", "rejected", "reason", "not the person"))
                .statusCode(200)
                .body("status", equalTo("rejected"))
                .body("reason", equalTo("not the person"));
        change(id, Map.of("on_hold", true))
                .statusCode(400)
                .body("message", equalTo("The privacy request can't be changed while it is %status."))
                .body("parameters.status", equalTo("rejected"));
        verify(asAdmin(), id, "evidence", "Passport")
                .statusCode(400)
                .body("message", equalTo("The privacy request does not wait for a verification."));
        asAdmin().delete(REQUESTS + "/" + id).then().statusCode(400);
    }

    @Test
    void a_person_takes_a_request_back_and_the_record_stays() {
        Map<String, Object> ada = CustomerFixture.customer();
        CustomerFixture.create(ada);
        String token = CustomerFixture.token(ada.get("email"));
        long id = id(ask(as(token), "erase"));
        String mailed = MailFixture.token(MailFixture.mail(ada.get("email"), "privacy-verify"));
        as(token).delete(REQUESTS + "/" + id).then().statusCode(200).body(is("true"));
        assertThat(read(id).getString("status")).isEqualTo("withdrawn");
        refusedLink(verify(guest(), id, "token", mailed));
    }

    @Test
    void administrators_find_requests_by_address_status_and_due_date() {
        String email = CustomerFixture.email();
        long id = id(ask(asAdmin(), "object", "email", email));
        Map<String, Object> query = new HashMap<>();
        List<List<String>> filters = List.of(
                List.of("email", email.toUpperCase(Locale.ROOT), "eq"),
                List.of("status", "awaiting_verification", "eq"),
                List.of("due_at", "2020-01-01 00:00:00", "gt"));
        for (int i = 0; i < filters.size(); i++) {
            String at = "searchCriteria[filter_groups][" + i + "][filters][0]";
            query.put(at + "[field]", filters.get(i).get(0));
            query.put(at + "[value]", filters.get(i).get(1));
            query.put(at + "[condition_type]", filters.get(i).get(2));
        }
        asAdmin()
                .queryParams(query)
                .get(REQUESTS)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of((int) id)))
                .body("items[0].email", equalTo(email))
                .body("total_count", is(1));
    }

    /** Storefront servers are spared; this is none. */
    private static RequestSpecification stranger() {
        return guest().header("X-Forwarded-For", "203.0.113.131");
    }

    private static ValidatableResponse change(long id, Map<String, Object> change) {
        return asAdmin()
                .body(Map.of("request", change))
                .put(REQUESTS + "/" + id)
                .then();
    }

    private static long dueAfter(long id) {
        return SegmentFixture.count(
                "select extract(day from due_at - created_at)::bigint from privacy_request where id = ?", id);
    }

    private static void refusedLink(ValidatableResponse answer) {
        answer.statusCode(400).body("message", equalTo(WRONG_LINK));
    }
}
