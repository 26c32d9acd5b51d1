package io.clientele.transfer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.transfer.CustomerImportApiTest.customer;
import static io.clientele.transfer.TransferFixture.errors;
import static io.clientele.transfer.TransferFixture.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.clientele.customer.CustomerFixture;
import io.clientele.merge.MergeFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files whose customers and addresses are known by keys of others. */
@QuarkusTest
class ExternalIdImportApiTest {

    private static final String CUSTOMERS = "external_id,email,_website,firstname,lastname\n";
    private static final String ADDRESSES =
            "_website,_email,external_id,firstname,lastname,street,city,region,postcode,country_id,telephone\n";

    private static final String MERGED =
            "The customer with the external id %externalId was merged into the customer %survivorId.";

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_customer_is_made_with_the_key_and_found_by_it_when_the_address_is_another() {
        String email = CustomerFixture.email();
        String other = CustomerFixture.email();
        take(CUSTOMERS + key + "," + email + ",base,Ada,Lovelace\n").body("created", equalTo(1));
        customer(email).body("extension_attributes.external_id", equalTo(key));
        take(CUSTOMERS + key + "," + email + ",base,Ada,Lovelace\n")
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
        take(CUSTOMERS + key + "," + other + ",base,Ada,Lovelace\n")
                .body("created", equalTo(0))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(0));
        customer(other).body("extension_attributes.external_id", equalTo(key));
        // Without the key the address says who it is, and the key that it has stays.
        take("email,_website,firstname\n" + other + ",base,Augusta\n").body("updated", equalTo(1));
        customer(other).body("firstname", equalTo("Augusta")).body("extension_attributes.external_id", equalTo(key));
    }

    @Test
    void somebody_who_is_known_by_the_address_gets_the_key() {
        String email = CustomerFixture.email();
        take(CUSTOMERS + "," + email + ",base,Ada,Lovelace\n").body("created", equalTo(1));
        take(CUSTOMERS + key + "," + email + ",base,Ada,Lovelace\n").body("updated", equalTo(1));
        customer(email).body("extension_attributes.external_id", equalTo(key));
    }

    @Test
    void an_address_that_is_somebody_elses_is_refused_by_line() {
        String email = CustomerFixture.email();
        String taken = CustomerFixture.email();
        take(CUSTOMERS + key + "," + email + ",base,Ada,Lovelace\n," + taken + ",base,Alan,Turing\n")
                .body("created", equalTo(2));
        ValidatableResponse ended = take(
                        CUSTOMERS + key + "," + taken + ",base,Ada,Lovelace\n", "validationStrategy=skip")
                .body("failed", equalTo(1));
        errors(ended)
                .body("items.line", contains(2))
                .body("items.column", contains("email"))
                .body(
                        "items[0].message",
                        equalTo("A customer with the same email address already exists in an associated website."));
        customer(email).body("extension_attributes.external_id", equalTo(key));
    }

    @Test
    void a_key_of_an_account_that_was_merged_is_refused_by_line_as_the_single_route_does() {
        String email = CustomerFixture.email();
        String kept = CustomerFixture.email();
        String keptKey = UUID.randomUUID().toString();
        take(CUSTOMERS + key + "," + email + ",base,Ada,Lovelace\n" + keptKey + "," + kept + ",base,Ada,King\n")
                .body("created", equalTo(2));
        int gone = customer(email).extract().path("id");
        int stays = customer(kept).extract().path("id");
        MergeFixture.merge(stays, gone);
        asAdmin()
                .body(Map.of("customer", Map.of("email", email, "firstname", "Ada", "lastname", "Lovelace")))
                .put("/rest/V1/customers/external/" + key)
                .then()
                .statusCode(400)
                .body("message", equalTo(MERGED))
                .body("parameters.survivorId", equalTo(stays));
        for (String behavior : List.of("add_update", "delete")) {
            ValidatableResponse ended = take(
                            CUSTOMERS + key + "," + email + ",base,Ada,Lovelace\n" + keptKey + "," + kept
                                    + ",base,Augusta,King\n",
                            "validationStrategy=skip",
                            "behavior=" + behavior,
                            "checkOnly=" + behavior.equals("delete"))
                    .body("created", equalTo(0))
                    .body("failed", equalTo(1));
            errors(ended)
                    .body("items.line", contains(2))
                    .body("items.column", contains("external_id"))
                    .body("items[0].message", equalTo(MERGED))
                    .body("items[0].parameters.externalId", equalTo(key))
                    .body("items[0].parameters.survivorId", equalTo(stays));
        }
        customer(kept).body("firstname", equalTo("Augusta")).body("extension_attributes.external_id", equalTo(keptKey));
        assertThat(CustomerImportApiTest.count(email)).isZero();
    }

    @Test
    void addresses_are_known_by_their_keys_and_not_by_what_they_say() {
        String email = CustomerFixture.email();
        take("email,_website,firstname,lastname\n" + email + ",base,Ada,Lovelace\n");
        String rest = ",Ada,Lovelace,\"1 Main Street\",Austin,Texas,78701,US,1\n";
        String two = ADDRESSES + "base," + email + "," + key + "-1" + rest + "base," + email + "," + key + "-2" + rest;
        take(two, "entity=customer_address").body("created", equalTo(2));
        customer(email).body("addresses.extension_attributes.external_id", contains(key + "-1", key + "-2"));
        take(two, "entity=customer_address")
                .body("created", equalTo(0))
                .body("updated", equalTo(2))
                .body("unchanged", equalTo(2));
        take(two.replace("1 Main", "2 Main"), "entity=customer_address").body("unchanged", equalTo(0));
        customer(email)
                .body("addresses", hasSize(2))
                .body("addresses.street[1]", contains("2 Main Street"))
                .body("addresses.extension_attributes.external_id", contains(key + "-1", key + "-2"));
        take(
                        "_website,_email,_entity_id,external_id\nbase," + email + ",," + key + "-1\n",
                        "entity=customer_address",
                        "behavior=delete")
                .body("deleted", equalTo(1));
        customer(email).body("addresses.extension_attributes.external_id", contains(key + "-2"));
        ValidatableResponse ended = take(
                        "_website,_email,external_id\nbase," + email + "," + key + "-1\n",
                        "entity=customer_address",
                        "behavior=delete",
                        "validationStrategy=skip")
                .body("failed", equalTo(1));
        errors(ended)
                .body("items.column", contains("_entity_id"))
                .body("items[0].parameters.fieldValue", equalTo(key + "-1"));
    }

    @Test
    void an_address_with_another_key_is_another_one_though_it_says_the_same() {
        String email = CustomerFixture.email();
        take("email,_website,firstname,lastname\n" + email + ",base,Ada,Lovelace\n");
        String row = ",Ada,Lovelace,\"1 Main Street\",Austin,Texas,78701,US,1\n";
        take(ADDRESSES + "base," + email + "," + key + "-1" + row, "entity=customer_address");
        take(ADDRESSES + "base," + email + "," + key + "-2" + row, "entity=customer_address")
                .body("created", equalTo(1));
        // One without a key is the first that says the same.
        take(ADDRESSES + "base," + email + "," + row, "entity=customer_address").body("unchanged", equalTo(1));
        customer(email).body("addresses.extension_attributes.external_id", contains(key + "-1", key + "-2"));
    }

    @Test
    void composite_files_know_addresses_by_keys_too() {
        String email = CustomerFixture.email();
        String header = "email,_website,external_id,firstname,lastname,_address_external_id,_address_firstname,"
                + "_address_lastname,_address_street,_address_city,_address_region,_address_postcode,"
                + "_address_country_id,_address_telephone\n";
        String rows = email + ",base," + key + ",Ada,Lovelace," + key + "-a,A,B,\"1 St\",Austin,Texas,78701,US,1\n"
                + ",,,,," + key + "-b,A,B,\"2 St\",Austin,Texas,78701,US,1\n";
        take(header + rows, "entity=customer_composite").body("created", equalTo(1));
        customer(email).body("addresses.extension_attributes.external_id", contains(key + "-a", key + "-b"));
        take(header + rows.replace("2 St", "3 St"), "entity=customer_composite").body("unchanged", equalTo(0));
        customer(email).body("addresses", hasSize(2)).body("addresses[1].street", contains("3 St"));
        take(header + rows.replace("2 St", "3 St"), "entity=customer_composite").body("unchanged", equalTo(1));
    }

    @Test
    void a_group_is_named_by_its_code() {
        String email = CustomerFixture.email();
        take("email,_website,firstname,lastname,group_code\n" + email + ",base,Ada,Lovelace,wholesale\n");
        customer(email).body("group_id", equalTo(2));
        ValidatableResponse ended =
                take("email,_website,group_code\n" + email + ",base,Nobodies\n", "validationStrategy=skip");
        errors(ended)
                .body("items.column", contains("group_code"))
                .body("items[0].message", equalTo("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("items[0].parameters.value", equalTo("Nobodies"));
    }
}
