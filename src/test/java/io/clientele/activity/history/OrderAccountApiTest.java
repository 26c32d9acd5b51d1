package io.clientele.activity.history;

import static io.clientele.AdminFixture.administrator;
import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.history.HistoryFixture.guestOrder;
import static io.clientele.activity.history.HistoryFixture.order;
import static io.clientele.activity.history.HistoryFixture.placed;
import static io.clientele.activity.history.HistoryFixture.report;
import static io.clientele.activity.history.HistoryFixture.with;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.email;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.MailFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderAccountApiTest {

    private static final String RESOURCE = "Clientele_Activity::write";

    private static ValidatableResponse account(String token, Object number) {
        return as(token).post("/rest/V1/activity/orders/" + number + "/account").then();
    }

    /** An order of a guest with the address, as it was reported; its number is in it. */
    private static Map<String, Object> guests(String email, Object... namesAndValues) {
        Map<String, Object> order = with(guestOrder(email), namesAndValues);
        report("orders", List.of(order));
        return order;
    }

    private static List<String> numbersOf(long customerId) {
        return asAdmin()
                .get("/rest/V1/customers/" + customerId + "/activity")
                .then()
                .statusCode(200)
                .extract()
                .path("orders.external_id");
    }

    @Test
    void the_account_has_the_order_s_names_and_addresses_and_the_order() {
        String email = email();
        Object number = guests(email).get("external_id");
        long id = account(administrator(List.of(RESOURCE)), number)
                .statusCode(200)
                .body("email", is(email))
                .body("firstname", is("Ada"))
                .body("lastname", is("Lovelace"))
                .body("website_id", is(1))
                .body("group_id", is(1))
                .body("addresses", hasSize(1))
                .body("addresses[0].city", is("Austin"))
                .body("addresses[0].region.region_code", is("TX"))
                .body("addresses[0].default_billing", is(true))
                .body("addresses[0].default_shipping", is(true))
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(numbersOf(id)).containsExactly(number.toString());
    }

    @Test
    void its_owner_sets_a_password_by_mail_and_gets_the_other_orders_of_the_address_then() {
        String email = email();
        Object first = guests(email, "placed_at", "2026-01-01T00:00:00Z").get("external_id");
        Object second = guests(email, "placed_at", "2026-01-02T00:00:00Z").get("external_id");
        long id = account(administrator(List.of(RESOURCE)), second)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(numbersOf(id)).containsExactly(second.toString());

        String token = MailFixture.token(MailFixture.mail(email, "welcome-no-password"));
        given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "resetToken", token, "newPassword", PASSWORD))
                .post("/rest/V1/customers/resetPassword")
                .then()
                .statusCode(200);

        assertThat(numbersOf(id)).containsExactly(second.toString(), first.toString());
    }

    @Test
    void two_addresses_become_two_entries_and_one_that_no_book_takes_is_left_out() {
        Map<String, Object> home = with(address(), "city", "Houston");
        account(
                        administrator(List.of(RESOURCE)),
                        guests(email(), "shipping_address", home).get("external_id"))
                .statusCode(200)
                .body("addresses.city", contains("Austin", "Houston"))
                .body("addresses.default_billing", contains(true, null))
                .body("addresses.default_shipping", contains(null, true));
        account(
                        administrator(List.of(RESOURCE)),
                        guests(email(), "shipping_address", Map.of("country_id", "US"))
                                .get("external_id"))
                .statusCode(200)
                .body("addresses.city", contains("Austin"))
                .body("addresses[0].default_billing", is(true))
                .body("addresses[0].default_shipping", nullValue());
        account(
                        administrator(List.of(RESOURCE)),
                        guests(
                                        email(),
                                        "billing_address",
                                        Map.of("firstname", "Grace", "lastname", "Hopper"),
                                        "shipping_address",
                                        Map.of("country_id", "US"))
                                .get("external_id"))
                .statusCode(200)
                .body("firstname", is("Grace"))
                .body("addresses", empty());
    }

    @Test
    void nobody_needs_to_confirm_such_an_account() {
        String setting = "/rest/V1/settings/customer/create_account/confirm";
        asAdmin().body(Map.of("value", "1")).put(setting).then().statusCode(200);
        try {
            String email = email();
            account(administrator(List.of(RESOURCE)), guests(email).get("external_id"))
                    .statusCode(200);
            MailFixture.mail(email, "welcome-no-password");
            assertThat(MailFixture.sent(email, "confirmation")).isEmpty();
        } finally {
            asAdmin().delete(setting).then().statusCode(200);
        }
    }

    @Test
    void an_order_there_is_not_or_that_is_of_another_website_is_not_found() {
        String limited = administrator(List.of(RESOURCE), 1);
        int website = StoreFixture.website(StoreFixture.code("account"));
        Object there = guests(email(), "website_id", website).get("external_id");
        for (Object number : List.of(there, "none")) {
            account(limited, number)
                    .statusCode(404)
                    .body("message", is("No such entity with %fieldName = %fieldValue"))
                    .body("parameters.fieldName", is("external_id"))
                    .body("parameters.fieldValue", is(number));
        }
    }

    @Test
    void an_order_that_has_its_customer_is_refused() {
        String number = placed(createByAdmin(customer()), "2026-01-01T00:00:00Z", "billing_address", address());
        account(administrator(List.of(RESOURCE)), number)
                .statusCode(400)
                .body("message", is("The order %external_id already belongs to a customer."))
                .body("parameters.external_id", is(number));
        String email = email();
        Object mine = guests(email).get("external_id");
        account(administrator(List.of(RESOURCE)), mine).statusCode(200);
        account(administrator(List.of(RESOURCE)), mine)
                .statusCode(400)
                .body("message", is("The order %external_id already belongs to a customer."));
    }

    @Test
    void an_address_that_has_an_account_is_refused_and_the_order_stays_a_guest_s() {
        Map<String, Object> ada = customer();
        long id = createByAdmin(ada);
        Object number = guests(ada.get("email").toString()).get("external_id");
        account(administrator(List.of(RESOURCE)), number)
                .statusCode(400)
                .body("message", is("A customer with the same email address already exists in an associated website."));
        assertThat(numbersOf(id)).isEmpty();
    }

    @Test
    void an_order_without_names_or_without_an_email_address_is_refused() {
        Object nameless = guests(
                        email(),
                        "billing_address",
                        Map.of("firstname", "Ada"),
                        "shipping_address",
                        Map.of("city", "Rome"))
                .get("external_id");
        account(administrator(List.of(RESOURCE)), nameless)
                .statusCode(400)
                .body("message", is("The order %external_id has no %part to make an account of."))
                .body("parameters.external_id", is(nameless))
                .body("parameters.part", is("name"));
        Map<String, Object> nobodys = with(order(), "billing_address", address());
        report("orders", List.of(nobodys));
        account(administrator(List.of(RESOURCE)), nobodys.get("external_id"))
                .statusCode(400)
                .body("parameters.part", is("e-mail address"));
    }
}
