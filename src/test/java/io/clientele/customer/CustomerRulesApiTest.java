package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a customer may be, over REST: the contract's rules for each property. */
@QuarkusTest
class CustomerRulesApiTest {

    @Test
    void names_may_be_of_any_script_and_have_the_contracts_signs() {
        for (String name : List.of(
                "Žofie",
                "Ολγα",
                "李",
                "محمد",
                "नीता",
                "O'Neil",
                "O’Neil",
                "Jean-Luc & Co., No. 2",
                "a_b`c",
                "Anna  Maria",
                "𝒜".repeat(255))) {
            create(with(customer(), "firstname", name)).statusCode(200).body("firstname", is(name));
        }
    }

    @Test
    void other_signs_and_longer_names_are_refused_by_name() {
        for (String name : List.of("<b>", "a@b", "a/b", "a;b", "$a", "(a)", "{{a}}", "=1+1", "😀", "a".repeat(256))) {
            create(with(customer(), "firstname", name)).statusCode(400).body("message", is("First Name is not valid!"));
        }
        create(with(customer(), "lastname", "<b>")).statusCode(400).body("message", is("Last Name is not valid!"));
        create(with(customer(), "middlename", "<b>"))
                .statusCode(400)
                .body("message", is("Middle Name is not valid!"))
                .body("$", not(hasKey("parameters")));
    }

    @Test
    void emails_may_have_letters_beyond_ascii_and_typographic_quotes() {
        String start = CustomerFixture.email().replace("@example.com", "");
        for (String email : List.of(
                start + "jörg@müller.example",
                start + "用户@例子.测试",
                start + "o’brien@example.com",
                start + "“q”@example.com",
                start + "a+b_c/d=e@sub.example.co.uk",
                start + "UPPER@Example.COM")) {
            create(with(customer(), "email", email)).statusCode(200).body("email", is(email));
        }
    }

    @Test
    void what_is_no_email_is_refused() {
        for (String email : List.of(
                "nobody",
                "a@b",
                "a@localhost",
                "a@b..com",
                "a b@example.com",
                "@example.com",
                "a@",
                ".a@example.com",
                "a..b@example.com",
                "a@-b.com",
                "a@example.com>",
                "x".repeat(65) + "@example.com",
                "a@" + "b".repeat(250) + ".com")) {
            create(with(customer(), "email", email))
                    .statusCode(400)
                    .body("message", is("\"Email\" is not a valid email address."));
        }
    }

    @Test
    void spaces_around_an_email_are_dropped() {
        String email = CustomerFixture.email();
        create(with(customer(), "email", "  " + email + " ")).statusCode(200).body("email", is(email));
    }

    @Test
    void the_date_of_birth_is_a_day_and_can_be_cleared() {
        long id = createByAdmin(with(customer(), "dob", "1815-12-10"));
        change(id, Map.of("dob", "1815-12-11 00:00:00")).statusCode(200).body("dob", is("1815-12-11"));
        for (String dob : List.of("1815-02-30", "yesterday", "11.12.1815", "0000-01-01")) {
            change(id, Map.of("dob", dob)).statusCode(400).body("message", is("Invalid date"));
        }
        change(id, Map.of("dob", "")).statusCode(200).body("$", not(hasKey("dob")));
    }

    @Test
    void gender_is_a_number_from_0_to_3() {
        for (int gender : new int[] {0, 1, 2, 3}) {
            create(with(customer(), "gender", gender)).statusCode(200).body("gender", is(gender));
        }
        create(with(customer(), "gender", 4))
                .statusCode(400)
                .body("message", is("\"%1\" is not a valid gender value."))
                .body("parameters", is(List.of("4")));
    }

    @Test
    void the_moment_of_creating_may_be_told_and_the_place_may_not() {
        create(with(with(customer(), "created_at", "2019-03-04 05:06:07"), "created_in", "Nowhere"))
                .statusCode(200)
                .body("created_at", is("2019-03-04 05:06:07"))
                .body("created_in", is("Default Store View"));
        create(with(customer(), "created_at", "some day"))
                .statusCode(400)
                .body("parameters", equalTo(Map.of("fieldName", "created_at", "value", "some day")));
    }

    @Test
    void the_group_change_flag_may_stand_among_the_custom_attributes() {
        Map<String, Object> flag = Map.of("attribute_code", "disable_auto_group_change", "value", "1");
        create(with(customer(), "custom_attributes", List.of(flag)))
                .statusCode(200)
                .body("disable_auto_group_change", is(1));
        create(with(customer(), "disable_auto_group_change", 1))
                .statusCode(200)
                .body("disable_auto_group_change", is(1));
    }

    @Test
    void a_broken_custom_attribute_is_refused() {
        attributes(List.of(Map.of()))
                .body("message", is("An empty custom attribute is specified. Enter the attribute and try again."));
        attributes(List.of(Map.of("value", "1")))
                .body(
                        "message",
                        is("A custom attribute is specified with a missing attribute code."
                                + " Verify the code and try again."));
        attributes(List.of(Map.of("attribute_code", "disable_auto_group_change", "value", "perhaps")))
                .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("parameters", equalTo(Map.of("fieldName", "disable_auto_group_change", "value", "perhaps")));
    }

    @Test
    void an_update_as_n8n_sends_it_keeps_the_website_and_empties_the_book() {
        long id = CustomerFixture.create(customerWithAddresses(2));
        change(id, Map.of("website_id", 0, "addresses", List.of(), "firstname", "Augusta"))
                .statusCode(200)
                .body("website_id", is(1))
                .body("addresses", empty())
                .body("$", not(hasKey("default_billing")))
                .body("firstname", is("Augusta"));
    }

    @Test
    void the_id_in_the_path_wins_over_the_one_in_the_body() {
        long id = createByAdmin(customer());
        long other = createByAdmin(customer());
        change(id, Map.of("id", other, "firstname", "Augusta")).statusCode(200).body("id", is((int) id));
        asAdmin().get("/rest/V1/customers/" + other).then().body("firstname", is("Ada"));
    }

    @Test
    void changing_oneself_demands_the_names_too() {
        Map<String, Object> ada = customer();
        CustomerFixture.create(ada);
        as(token(ada.get("email")))
                .body(body(Map.of("email", ada.get("email"))))
                .put("/rest/V1/customers/me")
                .then()
                .statusCode(400)
                .body(
                        "errors.message",
                        contains("\"First Name\" is a required value.", "\"Last Name\" is a required value."));
    }

    @Test
    void customers_say_nothing_of_what_is_not_theirs_to_say() {
        Map<String, Object> ada = customer();
        CustomerFixture.create(ada);
        Map<String, Object> more = Map.of("external_id", "mine");
        Map<String, Object> greedy = with(with(with(ada, "group_id", 3), "store_id", 99), "extension_attributes", more);
        as(token(ada.get("email")))
                .body(body(with(with(greedy, "id", 1), "confirmation", "x")))
                .put("/rest/V1/customers/me")
                .then()
                .statusCode(200)
                .body("group_id", is(1))
                .body("store_id", is(1))
                .body("$", not(hasKey("confirmation")))
                .body("extension_attributes", not(hasKey("external_id")));
    }

    @Test
    void the_default_addresses_are_named_by_id_as_text() {
        long id = CustomerFixture.create(customerWithAddresses(2));
        String second = asAdmin().get("/rest/V1/customers/" + id).jsonPath().getString("addresses[1].id");
        change(id, Map.of("default_billing", second))
                .statusCode(200)
                .body("default_billing", is(second))
                .body("default_shipping", not(is(second)))
                .body("addresses", hasSize(2))
                .body("addresses[1].default_billing", is(true));
        change(id, Map.of("default_billing", ""))
                .statusCode(200)
                .body("$", not(hasKey("default_billing")))
                .body("$", hasKey("default_shipping"));
        change(id, Map.of("default_billing", "first"))
                .statusCode(400)
                .body("parameters", equalTo(Map.of("fieldName", "default_billing", "value", "first")));
    }

    private static ValidatableResponse attributes(List<Object> attributes) {
        return create(with(customer(), "custom_attributes", attributes)).statusCode(400);
    }

    private static ValidatableResponse create(Map<String, Object> customer) {
        return asAdmin().body(body(customer)).post("/rest/V1/customers").then();
    }

    private static ValidatableResponse change(long id, Map<String, Object> customer) {
        return asAdmin().body(body(customer)).put("/rest/V1/customers/" + id).then();
    }
}
