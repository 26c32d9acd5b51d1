package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.AdminFixture;
import io.clientele.AuditFixture;
import io.clientele.Race;
import io.clientele.fuzz.Wire;
import io.clientele.store.StoreFixture;
import io.clientele.tax.vat.TestViesPort;
import io.clientele.tax.vat.ViesServer;
import io.clientele.tax.vat.ViesServer.Mood;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestViesPort.class)
class GroupAssignmentApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SETTINGS = "customer/create_account/";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    ViesServer vies;

    private SiteFixture site;
    private int domestic;
    private int union;
    private int invalid;
    private int error;

    @BeforeEach
    void make_a_shop_in_austria() {
        site = SiteFixture.make();
        domestic = group();
        union = group();
        invalid = group();
        error = group();
        set("auto_group_assign", 1);
        set("viv_domestic_group", domestic);
        set("viv_intra_union_group", union);
        set("viv_invalid_group", invalid);
        set("viv_error_group", error);
        StoreFixture.set("general/store_information/country_id", "AT", "websites", site.website());
        StoreFixture.set("general/store_information/merchant_vat_number", "ATU13585627", "websites", site.website());
    }

    @AfterEach
    void leave_no_shop_that_asks() {
        set("auto_group_assign", 0);
    }

    @Test
    void a_number_registered_in_the_country_of_the_shop_leads_to_the_domestic_group() {
        String number = austrian(Mood.VALID);
        long id = site.create(at("AT", "ATU" + number.substring(1)));

        JsonPath stored = read(id);
        assertThat(stored.getInt("group_id")).isEqualTo(domestic);
        assertThat(stored.<String, Object>getMap("addresses[0].extension_attributes"))
                .isEqualTo(Map.of(
                        "vat_is_valid",
                        1,
                        "vat_request_id",
                        "WAPIAAAA1234",
                        "vat_request_date",
                        "2026-11-27",
                        "vat_request_success",
                        1));
        assertThat(reasons(id)).containsExactly("vat_domestic");
    }

    @Test
    void a_number_registered_in_another_country_of_the_union_leads_to_the_intra_union_group() {
        long id = site.create(at("DE", german(Mood.VALID)));
        assertThat(read(id).getInt("group_id")).isEqualTo(union);
        assertThat(reasons(id)).containsExactly("vat_intra_union");
    }

    @Test
    void a_number_that_is_not_registered_or_cannot_be_one_leads_to_the_invalid_group() {
        long unknown = site.create(at("DE", german(Mood.INVALID)));
        JsonPath stored = read(unknown);
        assertThat(stored.getInt("group_id")).isEqualTo(invalid);
        assertThat(stored.getInt("addresses[0].extension_attributes.vat_is_valid"))
                .isZero();
        assertThat(stored.getInt("addresses[0].extension_attributes.vat_request_success"))
                .isEqualTo(1);

        long slip = site.create(at("DE", "DE136695977"));
        assertThat(read(slip).getInt("group_id")).isEqualTo(invalid);
        assertThat(read(slip).getInt("addresses[0].extension_attributes.vat_request_success"))
                .isZero();
        assertThat(vies.asked("136695977")).isEmpty();
        assertThat(reasons(slip)).containsExactly("vat_invalid");
    }

    @Test
    void no_number_or_a_country_outside_the_union_leads_to_the_default_group() {
        assertThat(read(site.create(at("DE", ""))).getInt("group_id")).isEqualTo(1);
        long id = site.create(at("US", "123456789"));
        assertThat(read(id).getInt("group_id")).isEqualTo(1);
        assertThat(read(id).getMap("addresses[0].extension_attributes")).isNull();
        assertThat(reasons(id)).isEmpty();
    }

    @Test
    void nothing_is_asked_where_the_shop_or_the_customer_does_not_want_it() {
        String number = german(Mood.VALID);
        long optedOut = site.create(customer());
        asAdmin()
                .body(Map.of("customer", Map.of("disable_auto_group_change", 1)))
                .put("/rest/V1/customers/" + optedOut)
                .then()
                .statusCode(200);
        addAddress(optedOut, "DE", number);
        assertThat(read(optedOut).getInt("group_id")).isEqualTo(1);

        StoreFixture.set(SETTINGS + "viv_disable_auto_group_assign_default", "1", "default", 0);
        long born = site.create(at("DE", number));
        StoreFixture.inherit(SETTINGS + "viv_disable_auto_group_assign_default", "default", 0);
        assertThat(read(born).getInt("group_id")).isEqualTo(1);
        assertThat(read(born).getInt("disable_auto_group_change")).isEqualTo(1);

        set("auto_group_assign", 0);
        assertThat(read(site.create(at("DE", number))).getInt("group_id")).isEqualTo(1);
        assertThat(vies.asked(digits(number))).isEmpty();
    }

    @Test
    void the_setting_says_whether_the_billing_or_the_shipping_address_decides() {
        String number = german(Mood.VALID);
        Map<String, Object> shipped =
                with(with(there("DE", number), "default_shipping", true), "default_billing", false);
        long billed = site.create(with(customer(), "addresses", List.of(shipped)));
        assertThat(read(billed).getInt("group_id")).isEqualTo(1);
        set("tax_calculation_address_type", "shipping");
        long id = site.create(with(customer(), "addresses", List.of(shipped)));
        assertThat(read(id).getInt("group_id")).isEqualTo(union);
    }

    @Test
    void while_the_service_says_nothing_the_save_succeeds_with_the_error_group_and_the_answer_moves_the_customer() {
        for (Mood mood : new Mood[] {Mood.BUSY, Mood.DOWN, Mood.BROKEN_JSON}) {
            String number = german(mood);
            long id = site.create(at("DE", number));
            JsonPath stored = read(id);
            assertThat(stored.getInt("group_id")).as(mood.name()).isEqualTo(error);
            assertThat(stored.getInt("addresses[0].extension_attributes.vat_request_success"))
                    .isZero();
            vies.says(digits(number), Mood.VALID);
            until(() -> read(id).getInt("group_id") == union);
            assertThat(read(id).getInt("addresses[0].extension_attributes.vat_is_valid"))
                    .isEqualTo(1);
            assertThat(reasons(id)).containsExactly("vat_error", "vat_intra_union");
        }
    }

    @Test
    void a_slow_service_holds_nobody_up_longer_than_two_seconds() {
        String number = german(Mood.SLOW);
        long began = System.nanoTime();
        long id = site.create(at("DE", number));
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(5));
        assertThat(read(id).getInt("group_id")).isEqualTo(error);
        vies.letGo(digits(number));
        until(() -> read(id).getInt("group_id") == union);
    }

    @Test
    void a_group_that_somebody_chose_meanwhile_stays_when_the_late_answer_comes() {
        String number = german(Mood.DOWN);
        long id = site.create(at("DE", number));
        int chosen = group();
        asAdmin()
                .body(Map.of("customer", Map.of("group_id", chosen)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .body("group_id", is(chosen));
        vies.says(digits(number), Mood.VALID);
        until(() -> read(id).getInt("addresses[0].extension_attributes.vat_is_valid") == 1);
        assertThat(read(id).getInt("group_id")).isEqualTo(chosen);
        assertThat(reasons(id)).containsExactly("vat_error", "manual");
    }

    @Test
    void a_group_given_by_hand_stays_until_the_number_changes() {
        String first = german(Mood.VALID);
        long id = site.create(at("DE", first));
        int chosen = group();
        put(id, Map.of("group_id", chosen)).body("group_id", is(chosen));
        put(id, Map.of("firstname", "Grace")).body("group_id", is(chosen));
        long address = read(id).getLong("addresses[0].id");
        put(id, Map.of("addresses", List.of(Map.of("id", address, "city", "Bonn"))))
                .body("group_id", is(chosen))
                .body("addresses[0].extension_attributes.vat_is_valid", is(1));
        put(id, Map.of("addresses", List.of(Map.of("id", address, "vat_id", german(Mood.INVALID)))))
                .body("group_id", is(invalid))
                .body("addresses[0].extension_attributes.vat_is_valid", is(0));
        put(id, Map.of("addresses", List.of(Map.of("id", address, "vat_id", ""))))
                .body("group_id", is(1))
                .body("addresses[0].extension_attributes", nullValue());
        put(id, Map.of("addresses", List.of(Map.of("id", address, "vat_id", first))))
                .body("group_id", is(union));
        asAdmin().delete("/rest/V1/addresses/" + address).then().statusCode(200);
        assertThat(read(id).getInt("group_id")).isEqualTo(1);
        assertThat(reasons(id))
                .containsExactly("vat_intra_union", "manual", "vat_invalid", "vat_none", "vat_intra_union", "vat_none");
    }

    @Test
    void shoppers_and_administrators_lead_there_over_graphql_too() {
        Map<String, Object> person = customer();
        long id = site.create(person);
        String token = site.token(person.get("email"));
        String number = german(Mood.VALID);
        as(token)
                .header("Store", site.code())
                .body(Map.of("query", "mutation { createCustomerAddress(input: { " + graphql(number) + " }) { id } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue());
        assertThat(read(id).getInt("group_id")).isEqualTo(union);

        long address = read(id).getLong("addresses[0].id");
        String other = german(Mood.INVALID);
        asAdmin()
                .body(Map.of(
                        "query",
                        "mutation { adminUpdateCustomerAddress(id: \"" + address + "\", input: { vat_id: \"" + other
                                + "\" }) { id } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue());
        assertThat(read(id).getInt("group_id")).isEqualTo(invalid);
        // Nobody was given another group in between: the answers were there before the address was written.
        assertThat(reasons(id)).containsExactly("vat_intra_union", "vat_invalid");
    }

    @Test
    void writes_of_whole_customers_and_of_single_addresses_bear_each_others_company() throws Exception {
        String valid = german(Mood.VALID);
        String wrong = german(Mood.INVALID);
        long id = site.create(at("DE", valid));
        long address = read(id).getLong("addresses[0].id");
        byte[] whole = JSON.writeValueAsBytes(
                Map.of("customer", Map.of("addresses", List.of(Map.of("id", address, "vat_id", valid)))));
        byte[] single = JSON.writeValueAsBytes(Map.of(
                "query",
                "mutation { adminUpdateCustomerAddress(id: \"" + address + "\", input: { vat_id: \"" + wrong
                        + "\" }) { id } }"));
        try (Race race = new Race(6)) {
            for (int round = 0; round < 10; round++) {
                race.round(i -> () -> i % 2 == 0
                                ? Wire.json("PUT", "/rest/V1/customers/" + id, AdminFixture.token(), whole)
                                : Wire.json("POST", "/graphql", AdminFixture.token(), single))
                        .forEach(answer -> {
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                            assertThat(answer.body()).doesNotContain("\"errors\"");
                        });
                JsonPath stored = read(id);
                assertThat(stored.getInt("group_id"))
                        .isEqualTo(stored.getString("addresses[0].vat_id").equals(valid) ? union : invalid);
            }
        }
    }

    @Test
    void the_customers_own_key_and_a_key_of_the_request_change_nothing_about_it() {
        String number = german(Mood.VALID);
        long keyed = asAdmin()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("customer", placed(at("DE", number))))
                .post(site.path("/customers"))
                .then()
                .statusCode(200)
                .body("group_id", is(union))
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(reasons(keyed)).containsExactly("vat_intra_union");
        asAdmin()
                .body(Map.of("customer", placed(at("DE", german(Mood.VALID)))))
                .put(site.path("/customers/external/" + UUID.randomUUID()))
                .then()
                .statusCode(200)
                .body("group_id", is(union));
    }

    @Test
    void an_answer_is_good_for_a_day_unless_the_shop_asks_each_time() {
        String number = german(Mood.VALID);
        site.create(at("DE", number));
        site.create(at("DE", number));
        assertThat(vies.asked(digits(number))).hasSize(1);
        Map<String, Object> later = at("DE", number);
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofHours(25)), Clock.class);
        site.create(later);
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
        assertThat(vies.asked(digits(number))).hasSize(2);

        set("viv_on_each_transaction", 1);
        long id = site.create(at("DE", number));
        assertThat(vies.asked(digits(number))).hasSize(3);
        vies.says(digits(number), Mood.INVALID);
        long address = read(id).getLong("addresses[0].id");
        put(id, Map.of("addresses", List.of(Map.of("id", address, "vat_id", number))))
                .body("group_id", is(invalid));
        assertThat(vies.asked(digits(number))).hasSize(4);
        put(id, Map.of("firstname", "Grace")).body("group_id", is(invalid));
        assertThat(vies.asked(digits(number))).hasSize(4);
    }

    @Test
    void the_groups_of_the_settings_must_be_there() {
        for (String id : List.of("0", "999999")) {
            asAdmin()
                    .body(Map.of("value", id))
                    .put("/rest/V1/settings/" + SETTINGS + "viv_error_group?scope=websites&scope_id=" + site.website())
                    .then()
                    .statusCode(400)
                    .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                    .body("parameters.value", is(id));
        }
        // Without one it is the default group's.
        set("viv_intra_union_group", "");
        assertThat(read(site.create(at("DE", german(Mood.VALID)))).getInt("group_id"))
                .isEqualTo(1);
    }

    private void set(String name, Object value) {
        StoreFixture.set(SETTINGS + name, String.valueOf(value), "websites", site.website());
    }

    private static int group() {
        return asAdmin()
                .body(Map.of(
                        "group",
                        Map.of("code", "vat" + UUID.randomUUID().toString().substring(0, 20), "tax_class_id", 3)))
                .post("/rest/V1/customerGroups")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** A German number nobody else uses, whose check digit is right. */
    private String german(Mood mood) {
        String body = String.format("%08d", 20_000_000 + NUMBER.incrementAndGet());
        int product = 10;
        for (int i = 0; i < body.length(); i++) {
            int sum = (body.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        String number = body + (11 - product) % 10;
        vies.says(number, mood);
        return "DE" + number;
    }

    /** An Austrian number nobody else uses, whose check digit is right. */
    private String austrian(Mood mood) {
        String body = String.format("%07d", 1_000_000 + NUMBER.incrementAndGet());
        int total = 4;
        for (int i = 0; i < 7; i++) {
            int digit = body.charAt(i) - '0';
            total += i % 2 == 0 ? digit : digit / 5 + digit * 2 % 10;
        }
        String number = "U" + body + (10 - total % 10) % 10;
        vies.says(number, mood);
        return number;
    }

    private static String digits(String german) {
        return german.substring(2);
    }

    private static Map<String, Object> there(String country, String number) {
        Map<String, Object> address = with(with(address(), "country_id", country), "vat_id", number);
        if (!country.equals("US")) {
            address.remove("region_id");
            address.put("region", Map.of("region", country.equals("DE") ? "Berlin" : "Wien"));
            address.put("postcode", country.equals("DE") ? "10115" : "1010");
        }
        return with(address, "default_billing", true);
    }

    private static Map<String, Object> at(String country, String number) {
        return with(customer(), "addresses", List.of(there(country, number)));
    }

    private Map<String, Object> placed(Map<String, Object> customer) {
        return with(with(customer, "website_id", site.website()), "store_id", site.view());
    }

    private static String graphql(String number) {
        return "firstname: \"Ada\", lastname: \"Lovelace\", street: [\"Allee 1\"], city: \"Berlin\", postcode: \"10115\","
                + " country_code: DE, region: { region: \"Berlin\" }, telephone: \"030 1\", default_billing: true,"
                + " vat_id: \"" + number + "\"";
    }

    private void addAddress(long id, String country, String number) {
        put(id, Map.of("addresses", List.of(there(country, number))));
    }

    private static io.restassured.response.ValidatableResponse put(long id, Map<String, Object> change) {
        return asAdmin()
                .body(Map.of("customer", change))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
    }

    private static JsonPath read(long id) {
        return asAdmin()
                .get("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Why the customer's group changed, in order. */
    private static List<String> reasons(long id) {
        return AuditFixture.search(asAdmin(), "object_id", id)
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .reversed()
                .stream()
                .filter(entry -> "customer.group.changed".equals(entry.get("action")))
                .map(entry -> ((Map<?, ?>) entry.get("detail")).get("reason").toString())
                .toList();
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("waited twenty seconds").isNegative();
            Thread.onSpinWait();
        }
    }
}
