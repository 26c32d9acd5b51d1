package io.clientele.transfer;

import static io.clientele.transfer.CustomerImportApiTest.customer;
import static io.clientele.transfer.TransferFixture.errors;
import static io.clientele.transfer.TransferFixture.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.customer.CustomerFixture;
import io.clientele.segment.SegmentFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Addresses from files, by themselves or beside their customers. */
@QuarkusTest
class AddressImportApiTest {

    private static final String ADDRESSES = "_website,_email,_entity_id,city,company,country_id,fax,firstname,lastname,"
            + "middlename,postcode,prefix,region,region_id,street,suffix,telephone,vat_id,vat_is_valid,vat_request_date,"
            + "vat_request_id,vat_request_success,_address_default_billing_,_address_default_shipping_\n";

    private static final String COMPOSITE = "email,_website,_store,firstname,lastname,_address_city,_address_company,"
            + "_address_country_id,_address_fax,_address_firstname,_address_lastname,_address_middlename,"
            + "_address_postcode,_address_prefix,_address_region,_address_street,_address_suffix,_address_telephone,"
            + "_address_vat_id,_address_default_billing_,_address_default_shipping_\n";

    @Test
    void addresses_are_added_once_changed_by_their_ids_and_deleted() {
        String email = newCustomer();
        String rows = ADDRESSES
                + "base," + email + ",1,\"New York\",,US,,Ada,Lovelace,,10044,,\"New York\",43,\"Main Street 1\n"
                + "Suite 2\",,123456789,,,,,,1,1\n"
                + "base," + email + ",,Liverpool,ACME,GB,,Mike,Miller,,\"L2 2AY\",,Merseyside,0,\"Moorfields 3\",,"
                + "\" +443450507080\",,,,,,,\n";
        take(rows, "entity=customer_address").body("created", equalTo(2)).body("updated", equalTo(0));
        ValidatableResponse stored = customer(email)
                .body("addresses", hasSize(2))
                .body("addresses[0].city", equalTo("New York"))
                .body("addresses[0].region.region_id", equalTo(43))
                .body("addresses[0].street", contains("Main Street 1", "Suite 2"))
                .body("addresses[0].default_billing", equalTo(true))
                .body("addresses[0].default_shipping", equalTo(true))
                .body("addresses[1].telephone", equalTo("+443450507080"))
                .body("addresses[1].region.region", equalTo("Merseyside"))
                .body("addresses[1].default_billing", nullValue());
        take(rows, "entity=customer_address").body("created", equalTo(0)).body("updated", equalTo(2));
        customer(email).body("addresses", hasSize(2));
        long second = stored.extract().jsonPath().getLong("addresses[1].id");
        take(
                        "_website,_email,_entity_id,city,company,_address_default_shipping_\nbase," + email + ","
                                + second + ",Manchester,,1\n",
                        "entity=customer_address")
                .body("updated", equalTo(1));
        customer(email)
                .body("addresses[1].city", equalTo("Manchester"))
                .body("addresses[1].company", nullValue())
                .body("addresses[1].lastname", equalTo("Miller"))
                .body("addresses[1].default_shipping", equalTo(true))
                .body("addresses[0].default_shipping", nullValue());
        ValidatableResponse ended = take(
                        "_website,_email,_entity_id\nbase," + email + "," + second + "\nbase," + email + ",\nbase,"
                                + email + "," + second + "\n",
                        "entity=customer_address",
                        "behavior=delete",
                        "validationStrategy=skip")
                .body("deleted", equalTo(1));
        errors(ended)
                .body("items.line", contains(3, 4))
                .body("items.column", contains("_entity_id", "_entity_id"))
                .body("items[0].message", equalTo("\"%fieldName\" is required. Enter and try again."))
                .body("items[1].message", equalTo("No such entity with %fieldName = %fieldValue"))
                .body("items[1].parameters.fieldValue", equalTo(Long.toString(second)));
        customer(email).body("addresses", hasSize(1));
    }

    @Test
    void addresses_that_lack_something_or_their_customer_are_named_by_line() {
        String email = newCustomer();
        ValidatableResponse ended = take(
                        ADDRESSES
                                + "base," + email
                                + ",,Austin,,US,,Ada,Lovelace,,78701,,Texas,,\"1 Main Street\",,1,,,,,,,\n"
                                + "base," + email + ",,Austin,,XX,,Ada,Lovelace,,78701,,,,\"2 Main Street\",,1,,,,,,,\n"
                                + "base," + email + ",,Austin,,US,,Ada,Lovelace,,,,Texas,,\"3 Main Street\",,1,,,,,,,\n"
                                + "base," + email + ",,Austin,,US,,Ada,Lovelace,,78701,,Texas,,,,1,,,,,,,\n"
                                + "base,nobody-" + email + ",,Austin,,US,,A,L,,78701,,Texas,,\"4 St\",,1,,,,,,,\n",
                        "entity=customer_address",
                        "validationStrategy=skip")
                .body("created", equalTo(1))
                .body("failed", equalTo(4));
        errors(ended)
                .body("items.line", contains(3, 4, 5, 6))
                .body("items.column", contains("country_id", "postcode", "street", "_email"))
                .body("items[0].parameters.value", equalTo("XX"))
                .body(
                        "items[3].message",
                        equalTo("No such entity with %fieldName = %fieldValue, %field2Name = %field2Value"));
        customer(email).body("addresses", hasSize(1)).body("addresses[0].region.region_code", equalTo("TX"));
    }

    @Test
    void rows_without_an_e_mail_address_continue_the_customer_above() {
        String one = CustomerFixture.email();
        String two = CustomerFixture.email();
        String file = COMPOSITE
                + one + ",base,admin,Ada,Lovelace,Campbell,,US,,Jon,Doe,,95008,,California,\"Main Street 1\n"
                + "Suite 200\",,123456789,,1,1\n"
                + ",,,,,Irvine,,US,,Anthony,Nealy,,92664,,California,\"4709 Pleasant Hill Road\",,562-208-2310,,,\n"
                + two + ",base,admin,Alan,Turing,,,,,,,,,,,,,,,,\n";
        take(file, "entity=customer_composite")
                .body("rows", equalTo(3))
                .body("done", equalTo(6))
                .body("created", equalTo(2));
        customer(one)
                .body("addresses.city", contains("Campbell", "Irvine"))
                .body("addresses[0].street", contains("Main Street 1", "Suite 200"))
                .body("addresses[0].region.region_code", equalTo("CA"))
                .body("addresses[0].default_billing", equalTo(true));
        customer(two).body("addresses", hasSize(0)).body("firstname", equalTo("Alan"));
        take(file, "entity=customer_composite").body("created", equalTo(0)).body("updated", equalTo(2));
        customer(one).body("addresses", hasSize(2));
    }

    @Test
    void replacing_takes_the_addresses_away_that_are_not_in_the_file() {
        String email = CustomerFixture.email();
        String head = COMPOSITE + email + ",base,,Ada,Lovelace,";
        String rest = ",,US,,Jon,Doe,,95008,,California,\"1 Main Street\",,1,,,\n";
        take(head + "One" + rest + ",,,,,Two" + rest, "entity=customer_composite");
        take(head + "Two" + rest + ",,,,,Three" + rest, "entity=customer_composite", "behavior=replace")
                .body("updated", equalTo(1));
        customer(email).body("addresses.city", contains("Two", "Three"));
        take(
                head + "Three" + rest + ",,,,,Four,,XX" + rest.substring(4),
                "entity=customer_composite",
                "behavior=replace");
        customer(email).body("addresses.city", contains("Two", "Three"));
    }

    @Test
    void a_refused_customer_takes_its_addresses_along_and_a_refused_address_only_itself() {
        String good = CustomerFixture.email();
        String bad = CustomerFixture.email();
        String rest = ",,US,,Jon,Doe,,95008,,California,\"1 Main Street\",,1,,,\n";
        ValidatableResponse ended = take(
                        COMPOSITE + bad + ",base,,,Nameless,One" + rest + ",,,,,Two" + rest + good
                                + ",base,,Ada,Lovelace,One" + rest + ",,,,," + rest + ",,,,,Three" + rest,
                        "entity=customer_composite",
                        "validationStrategy=skip")
                .body("created", equalTo(1))
                .body("failed", equalTo(3));
        errors(ended)
                .body("items.line", contains(2, 3, 5))
                .body("items[0].column", equalTo("firstname"))
                .body("items[1].message", equalTo("The row belongs to the customer of line %line, which is refused."))
                .body("items[1].parameters.line", equalTo(2))
                .body("items[2].column", equalTo("_address_city"));
        assertThat(CustomerImportApiTest.count(bad)).isZero();
        customer(good).body("addresses.city", contains("One", "Three"));
    }

    @Test
    void customers_that_are_made_together_are_what_each_would_be_alone() {
        String one = CustomerFixture.email();
        String two = CustomerFixture.email();
        String street = "a \"b\" \\ {c}, 'd' NULL";
        String file = COMPOSITE
                + one + ",base,,Ada,Lovelace,Austin,,US,,Jon,Doe,,78701,,Texas,\"" + street.replace("\"", "\"\"")
                + "\nNULL\",,123456789,,1,1\n"
                + ",,,,,Dallas,,US,,Jon,Doe,,75201,,Texas,Second,,123456789,,1,\n"
                + two + ",base,,Alan,Turing,Berlin,ACME,DE,,Alan,Turing,,10115,,Berlin,Drittweg 3,,123456789,,,1\n";
        take(file, "entity=customer_composite").body("created", equalTo(2)).body("failed", equalTo(0));
        customer(one)
                .body("firstname", equalTo("Ada"))
                .body("group_id", equalTo(1))
                .body("store_id", equalTo(1))
                .body("created_in", notNullValue())
                .body("addresses.city", contains("Austin", "Dallas"))
                .body("addresses[0].street", contains(street, "NULL"))
                .body("addresses[0].region.region_code", equalTo("TX"))
                .body("addresses[0].default_shipping", equalTo(true))
                .body("addresses[0].default_billing", nullValue())
                .body("addresses[1].default_billing", equalTo(true));
        long id = customer(two)
                .body("addresses[0].company", equalTo("ACME"))
                .body("addresses[0].default_billing", nullValue())
                .body("addresses[0].default_shipping", equalTo(true))
                .extract()
                .jsonPath()
                .getLong("id");
        assertThat(SegmentFixture.count(
                        "select count(*) from event where customer_id = ? and type = 'customer.created'", id))
                .isEqualTo(1);
        assertThat(SegmentFixture.count(
                        "select count(*) from customer_keyword where customer_id = ? and text like '%turing%' || ? || '%'",
                        id, two))
                .isEqualTo(1);
        assertThat(SegmentFixture.count("select count(*) from customer_figure where customer_id = ?", id))
                .isEqualTo(1);
        // The same addresses another time: none is new, so all of them are what their rows say.
        take(file, "entity=customer_composite").body("created", equalTo(0)).body("updated", equalTo(2));
        customer(one).body("addresses", hasSize(2));
    }

    private static String newCustomer() {
        String email = CustomerFixture.email();
        take("email,_website,firstname,lastname\n" + email + ",base,Ada,Lovelace\n")
                .body("created", equalTo(1));
        return email;
    }
}
