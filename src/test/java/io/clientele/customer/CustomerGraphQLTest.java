package io.clientele.customer;

import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.email;
import static io.clientele.customer.CustomerFixture.token;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.customer.GraphQLFixture.graphql;
import static io.clientele.customer.GraphQLFixture.guest;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerGraphQLTest {

    private static String newCustomer() {
        return signedIn(customer());
    }

    private static String signedIn(Map<String, Object> customer) {
        create(customer);
        return token(customer.get("email"));
    }

    @Test
    void a_customer_reads_its_account_and_address_book() {
        Map<String, Object> ada = with(customerWithAddresses(2), "dob", "1990-02-03");
        long id = create(ada);
        graphql(token(ada.get("email")), """
                        { customer { id email firstname date_of_birth dob gender group_id confirmation_status
                            is_subscribed allow_remote_shopping_assistance structure_id purchase_orders_enabled
                            group { uid } orders { total_count } wishlists { id }
                            addresses { id uid city country_code country_id default_billing customer_id
                                region { region region_code region_id } custom_attributesV2 { code } } } }""")
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.customer.id", is(base64(id)))
                .body("data.customer.email", is(ada.get("email")))
                .body("data.customer.date_of_birth", is("1990-02-03"))
                .body("data.customer.group_id", nullValue())
                .body("data.customer.group", nullValue())
                .body("data.customer.confirmation_status", is("ACCOUNT_CONFIRMATION_NOT_REQUIRED"))
                .body("data.customer.allow_remote_shopping_assistance", is(false))
                .body("data.customer.wishlists", empty())
                .body("data.customer.addresses.city", contains("Town 0", "Town 1"))
                .body("data.customer.addresses.default_billing", contains(true, false))
                .body("data.customer.addresses[0].country_code", is("US"))
                .body("data.customer.addresses[0].customer_id", nullValue())
                .body(
                        "data.customer.addresses[0].region",
                        is(Map.of("region", "Texas", "region_code", "TX", "region_id", 57)))
                .body("data.customer.addresses[0].custom_attributesV2", empty());
    }

    @Test
    void a_guest_and_an_administrator_are_no_customer() {
        guest("{ customer { email } }")
                .statusCode(403)
                .body("data.customer", nullValue())
                .body("errors[0].message", is("The current customer isn't authorized."))
                .body("errors[0].extensions.category", is("graphql-authorization"));
        graphql(AdminFixture.token(), "{ customer { email } }")
                .statusCode(403)
                .body("errors[0].message", is("The current customer isn't authorized."));
    }

    @Test
    void the_address_book_comes_in_pages() {
        String token = signedIn(customerWithAddresses(3));
        graphql(
                        token,
                        "{ customer { addressesV2(pageSize: 2, currentPage: 2) { items { city } total_count"
                                + " page_info { current_page page_size total_pages } } } }")
                .body("data.customer.addressesV2.items.city", contains("Town 2"))
                .body("data.customer.addressesV2.total_count", is(3))
                .body(
                        "data.customer.addressesV2.page_info",
                        is(Map.of("current_page", 2, "page_size", 2, "total_pages", 2)));
        graphql(token, "{ customer { addressesV2(pageSize: 0) { total_count } } }")
                .statusCode(200)
                .body("errors[0].message", is("pageSize value must be greater than 0."))
                .body("errors[0].extensions.category", is("graphql-input"));
        graphql(token, "{ customer { addressesV2(currentPage: 0) { total_count } } }")
                .body("errors[0].message", is("currentPage value must be greater than 0."));
    }

    @Test
    void an_account_is_made_in_the_newer_and_the_older_form() {
        for (String mutation : new String[] {"createCustomerV2", "createCustomer"}) {
            String email = email();
            guest("mutation { " + mutation + "(input: {firstname: \"Ada\", lastname: \"Lovelace\", email: \"" + email
                            + "\", password: \"" + PASSWORD + "\", gender: 2, date_of_birth: \"1990-02-03\"})"
                            + " { customer { id firstname lastname email gender date_of_birth } } }")
                    .statusCode(200)
                    .body("errors", nullValue())
                    .body("data." + mutation + ".customer.email", is(email))
                    .body("data." + mutation + ".customer.gender", is(2));
            guest("mutation { generateCustomerToken(email: \"" + email + "\", password: \"" + PASSWORD
                            + "\") { token } }")
                    .statusCode(200)
                    .body("data.generateCustomerToken.token", matchesPattern("[\\w-]+\\.[\\w-]+\\.[\\w-]+"));
        }
    }

    @Test
    void a_new_account_is_refused_in_the_contracts_words() {
        Map<String, Object> known = customer();
        create(known);
        guest("mutation { createCustomerV2(input: {firstname: \"A\", lastname: \"B\", email: \"" + known.get("email")
                        + "\"}) { customer { id } } }")
                .statusCode(200)
                .body(
                        "errors[0].message",
                        is("A customer with the same email address already exists in an associated website."))
                .body("errors[0].extensions.category", is("graphql-input"));
        guest("mutation { createCustomerV2(input: {firstname: \"A\", lastname: \"B\", email: \"nobody\"})"
                        + " { customer { id } } }")
                .body("errors[0].message", is("\"nobody\" is not a valid email address."))
                .body("errors[0].extensions.category", is("graphql-input"));
        guest("mutation { createCustomerV2(input: {firstname: \"\", lastname: \"B\", email: \"" + email()
                        + "\"}) { customer { id } } }")
                .body("errors[0].message", is("\"First Name\" is a required value."));
        guest("mutation { createCustomer(input: {firstname: \"A\", lastname: \"B\"}) { customer { id } } }")
                .body("errors[0].message", is("The email address is required to create a customer account."));
        guest("mutation { createCustomer(input: {}) { customer { id } } }")
                .body("errors[0].message", is("\"input\" value should be specified"));
        guest("mutation { createCustomer(input: {test123: \"x\"}) { customer { id } } }")
                .body("errors[0].message", is("Field \"test123\" is not defined by type \"CustomerInput\"."));
        guest("mutation { createCustomerV2(input: {firstname: \"A\", lastname: \"B\"}) { customer { id } } }")
                .body(
                        "errors[0].message",
                        is("Field CustomerCreateInput.email of required type String! was not provided."));
    }

    @Test
    void the_account_is_changed_by_what_is_supplied() {
        String token = newCustomer();
        graphql(
                        token,
                        "mutation { updateCustomerV2(input: {firstname: \"Augusta\", gender: 1})"
                                + " { customer { firstname lastname gender } } }")
                .statusCode(200)
                .body("data.updateCustomerV2.customer.firstname", is("Augusta"))
                .body("data.updateCustomerV2.customer.lastname", is("Lovelace"));
        graphql(token, "mutation { updateCustomerV2(input: {}) { customer { id } } }")
                .body("errors[0].message", is("\"input\" value should be specified"));
        graphql(token, "mutation { updateCustomerV2(input: {lastname: \"\"}) { customer { id } } }")
                .body("errors[0].message", is("\"Last Name\" is a required value."));
        graphql(token, "mutation { updateCustomerV2(input: {gender: 9}) { customer { id } } }")
                .body("errors[0].message", is("\"9\" is not a valid gender value."));
        graphql(token, "mutation { updateCustomerV2(input: {date_of_birth: \"soon\"}) { customer { id } } }")
                .body("errors[0].message", is("Invalid date"));
        guest("mutation { updateCustomerV2(input: {firstname: \"x\"}) { customer { id } } }")
                .statusCode(403)
                .body("errors[0].message", is("The current customer isn't authorized."));
    }

    @Test
    void another_email_address_demands_the_password() {
        Map<String, Object> ada = customer();
        String token = signedIn(ada);
        Map<String, Object> other = customer();
        create(other);
        String next = email();
        graphql(token, "mutation { updateCustomer(input: {email: \"" + next + "\"}) { customer { email } } }")
                .body("errors[0].message", is("Provide the current \"password\" to change \"email\"."))
                .body("errors[0].extensions.category", is("graphql-input"));
        graphql(token, updateEmail(next, "Wrong-Passw0rd"))
                .statusCode(401)
                .body("errors[0].message", is("Invalid login or password."))
                .body("errors[0].extensions.category", is("graphql-authentication"));
        graphql(token, updateEmail(String.valueOf(other.get("email")), PASSWORD))
                .body(
                        "errors[0].message",
                        is("A customer with the same email address already exists in an associated website."))
                .body("errors[0].extensions.category", is("graphql-already-exists"));
        graphql(token, updateEmail(next, PASSWORD))
                .statusCode(200)
                .body("data.updateCustomerEmail.customer.email", is(next));
    }

    private static String updateEmail(String email, String password) {
        return "mutation { updateCustomerEmail(email: \"" + email + "\", password: \"" + password
                + "\") { customer { email } } }";
    }

    @Test
    void the_password_is_changed_against_the_current_one() {
        Map<String, Object> ada = customer();
        String token = signedIn(ada);
        graphql(token, change("Wrong-Passw0rd", "Next-Passw0rd"))
                .statusCode(401)
                .body("errors[0].message", is("Invalid login or password."));
        graphql(token, change(PASSWORD, "short"))
                .body(
                        "errors[0].message",
                        is("The password needs at least 8 characters. Create a new password and try again."));
        graphql(token, change("", "x")).body("errors[0].message", is("Specify the \"currentPassword\" value."));
        graphql(token, change(PASSWORD, "")).body("errors[0].message", is("Specify the \"newPassword\" value."));
        graphql(token, change(PASSWORD, "Next-Passw0rd"))
                .statusCode(200)
                .body("data.changeCustomerPassword.email", is(ada.get("email")));
        guest("mutation { generateCustomerToken(email: \"" + ada.get("email")
                        + "\", password: \"Next-Passw0rd\") { token } }")
                .statusCode(200);
    }

    private static String change(String current, String next) {
        return "mutation { changeCustomerPassword(currentPassword: \"" + current + "\", newPassword: \"" + next
                + "\") { email } }";
    }

    @Test
    void signing_in_is_refused_in_the_contracts_words() {
        guest("mutation { generateCustomerToken(email: \"\", password: \"x\") { token } }")
                .statusCode(200)
                .body("errors[0].message", is("Specify the \"email\" value."))
                .body("errors[0].extensions.category", is("graphql-input"));
        guest("mutation { generateCustomerToken(email: \"a@example.com\", password: \"\") { token } }")
                .body("errors[0].message", is("Specify the \"password\" value."));
        guest("mutation { generateCustomerToken(email: \"" + email() + "\", password: \"Wrong-Passw0rd\") { token } }")
                .statusCode(401)
                .body(
                        "errors[0].message",
                        is("The account sign-in was incorrect or your account is disabled temporarily."
                                + " Please wait and try again later."))
                .body("errors[0].extensions.category", is("graphql-authentication"));
    }

    @Test
    void a_revoked_token_is_dead_before_anything_is_executed() {
        String token = newCustomer();
        graphql(token, "mutation { revokeCustomerToken { result } }")
                .statusCode(200)
                .body("data.revokeCustomerToken.result", is(true));
        graphql(token, "{ storeConfig { store_code } }")
                .statusCode(401)
                .body("errors[0].extensions.category", is("graphql-authentication"));
        guest("mutation { revokeCustomerToken { result } }")
                .statusCode(403)
                .body("errors[0].message", is("The current customer isn't authorized."));
    }

    @Test
    void a_customer_deletes_its_account() {
        Map<String, Object> ada = customer();
        String token = signedIn(ada);
        graphql(token, "mutation { deleteCustomer }").statusCode(200).body("data.deleteCustomer", is(true));
        guest("mutation { generateCustomerToken(email: \"" + ada.get("email") + "\", password: \"" + PASSWORD
                        + "\") { token } }")
                .statusCode(401);
        guest("mutation { deleteCustomer }").statusCode(403);
    }

    @Test
    void every_address_could_be_free_unless_the_shop_tells() {
        Map<String, Object> ada = customer();
        create(ada);
        guest("{ isEmailAvailable(email: \"" + ada.get("email") + "\") { is_email_available } }")
                .body("data.isEmailAvailable.is_email_available", is(true));
        guest("{ isEmailAvailable(email: \"\") { is_email_available } }")
                .body("errors[0].message", is("Email must be specified"));
        guest("{ isEmailAvailable(email: \"nobody\") { is_email_available } }")
                .body("errors[0].message", is("Email is invalid"));
        guest("{ isEmailAvailable { is_email_available } }")
                .body(
                        "errors[0].message",
                        is("Field \"isEmailAvailable\" argument \"email\" of type \"String!\" is required but not"
                                + " provided."));
    }

    @Test
    void addresses_are_made_changed_and_deleted() {
        String token = newCustomer();
        String create = "mutation($input: CustomerAddressInput!) { createCustomerAddress(input: $input)"
                + " { id uid city region { region_code } default_shipping } }";
        Map<String, Object> input = Map.of(
                "input",
                Map.ofEntries(
                        Map.entry("firstname", "Ada"),
                        Map.entry("lastname", "Lovelace"),
                        Map.entry("street", java.util.List.of("1 Main Street")),
                        Map.entry("city", "Austin"),
                        Map.entry("postcode", "78701"),
                        Map.entry("country_code", "US"),
                        Map.entry("telephone", "1"),
                        Map.entry("default_shipping", true),
                        Map.entry("region", Map.of("region_id", 57))));
        var made = graphql(token, create, input)
                .statusCode(200)
                .body("errors", nullValue())
                .extract()
                .jsonPath();
        int id = made.getInt("data.createCustomerAddress.id");
        String uid = made.getString("data.createCustomerAddress.uid");
        graphql(token, "mutation { updateCustomerAddress(id: " + id + ", input: {city: \"Dallas\"}) { city } }")
                .body("data.updateCustomerAddress.city", is("Dallas"));
        graphql(
                        token,
                        "mutation($uid: ID!) { updateCustomerAddressV2(uid: $uid, input: {city: \"Waco\"}) { city } }",
                        Map.of("uid", uid))
                .body("data.updateCustomerAddressV2.city", is("Waco"));
        graphql(token, "mutation { deleteCustomerAddress(id: " + id + ") }")
                .body(
                        "errors[0].message",
                        is("Customer Address " + id + " is set as default shipping address and can not be deleted"))
                .body("errors[0].extensions.category", is("graphql-input"));
        graphql(token, "mutation { updateCustomerAddress(id: " + id + ", input: {default_shipping: false}) { id } }")
                .statusCode(200);
        graphql(token, "mutation { deleteCustomerAddressV2(uid: \"" + uid + "\") }")
                .body("data.deleteCustomerAddressV2", is(true));
        graphql(token, "mutation { deleteCustomerAddress(id: " + id + ") }")
                .statusCode(200)
                .body("errors[0].message", is("Could not find a address with ID \"" + id + "\""))
                .body("errors[0].extensions.category", is("graphql-no-such-entity"));
        graphql(token, "{ customer { addresses { id } } }").body("data.customer.addresses", hasSize(0));
    }

    @Test
    void somebody_elses_address_is_out_of_reach() {
        String owner = signedIn(customerWithAddresses(1));
        int id = graphql(owner, "{ customer { addresses { id } } }")
                .extract()
                .jsonPath()
                .getInt("data.customer.addresses[0].id");
        String token = newCustomer();
        graphql(token, "mutation { deleteCustomerAddress(id: " + id + ") }")
                .statusCode(403)
                .body(
                        "errors[0].message",
                        is("Current customer does not have permission to address with ID \"" + id + "\""));
        graphql(token, "mutation { updateCustomerAddressV2(uid: \"" + base64(id) + "\", input: {city: \"x\"}) { id } }")
                .statusCode(403)
                .body(
                        "errors[0].message",
                        is("Current customer does not have permission to get address with the specified ID"));
    }

    @Test
    void the_region_must_be_one_of_the_countrys() {
        String token = newCustomer();
        String start = "mutation { createCustomerAddress(input: {firstname: \"A\", lastname: \"B\", street: [\"S\"],"
                + " city: \"C\", postcode: \"1\", telephone: \"1\", country_code: US";
        graphql(token, start + "}) { id } }")
                .statusCode(200)
                .body("errors[0].message", is("A region_id is required for the specified country code"));
        graphql(token, start + ", region: {region_id: 57, region_code: \"AL\"}}) { id } }")
                .body("errors[0].message", is("The region_id does not match the selected country or region"));
        graphql(token, start + ", region: {region_id: 99999}}) { id } }")
                .body("errors[0].message", is("The region_id does not match the selected country or region"))
                .body("errors[0].extensions.category", is("graphql-input"));
    }

    private static String base64(long id) {
        return Base64.getEncoder().encodeToString(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
    }
}
