package io.clientele.transfer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.transfer.TransferFixture.ended;
import static io.clientele.transfer.TransferFixture.errors;
import static io.clientele.transfer.TransferFixture.imported;
import static io.clientele.transfer.TransferFixture.take;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.attribute.AttributeFixture;
import io.clientele.customer.CustomerFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Customers from files with the contract's columns. */
@QuarkusTest
class CustomerImportApiTest {

    private static final String MD5 = "67a1e09bb1f83f5007dc119c14d663aa:salt:0";

    @Test
    void a_customer_of_the_contracts_columns_is_taken_over_and_signs_in_with_the_old_password() {
        String email = CustomerFixture.email();
        take(
                        "email,_website,_store,confirmation,created_at,created_in,disable_auto_group_change,dob,firstname,"
                                + "gender,group_id,lastname,middlename,password_hash,prefix,rp_token,rp_token_created_at,"
                                + "store_id,suffix,taxvat,website_id,password\n"
                                + email
                                + ",base,default,,\"2015-10-30 12:49:47\",\"Default Store View\",1,5/6/1990,Grace,"
                                + "Female,2,Hopper,B.," + MD5 + ",Dr.,,,1,PhD,US-1,1,\n",
                        "fileName=people.csv")
                .body("status", equalTo("done"))
                .body("entity", equalTo("customer"))
                .body("behavior", equalTo("add_update"))
                .body("file_name", equalTo("people.csv"))
                .body("rows", equalTo(1))
                .body("done", equalTo(2))
                .body("failed", equalTo(0))
                .body("created", equalTo(1))
                .body("updated", equalTo(0))
                .body("started_by.type", equalTo(2))
                .body("finished_at", notNullValue());
        customer(email)
                .body("firstname", equalTo("Grace"))
                .body("middlename", equalTo("B."))
                .body("lastname", equalTo("Hopper"))
                .body("prefix", equalTo("Dr."))
                .body("suffix", equalTo("PhD"))
                .body("dob", equalTo("1990-05-06"))
                .body("gender", equalTo(2))
                .body("group_id", equalTo(2))
                .body("taxvat", equalTo("US-1"))
                .body("store_id", equalTo(1))
                .body("disable_auto_group_change", equalTo(1))
                .body("created_at", equalTo("2015-10-30 12:49:47"))
                .body("addresses", empty());
        given().contentType(ContentType.JSON)
                .body(Map.of("username", email, "password", "password"))
                .post("/rest/V1/integration/customer/token")
                .then()
                .statusCode(200);
    }

    @Test
    void what_a_file_does_not_say_stays_and_what_it_leaves_empty_goes() {
        String email = CustomerFixture.email();
        take("email,_website,firstname,lastname,middlename,taxvat,gender,dob\n" + email
                + ",base,Ada,Lovelace,King,T-1,Female,1815-12-10\n");
        take("email,_website,firstname,lastname,middlename,taxvat,gender\n" + email.toUpperCase(Locale.ROOT)
                        + ",base,,Byron,,_EMPTY_VALUE_,\n")
                .body("created", equalTo(0))
                .body("updated", equalTo(1));
        customer(email)
                .body("email", equalTo(email))
                .body("firstname", equalTo("Ada"))
                .body("lastname", equalTo("Byron"))
                .body("middlename", nullValue())
                .body("taxvat", nullValue())
                .body("gender", equalTo(0))
                .body("dob", equalTo("1815-12-10"));
    }

    @Test
    void bad_rows_are_named_by_line_and_column_and_spoil_no_other() {
        String email = CustomerFixture.email();
        ValidatableResponse ended = take(
                        "email,_website,firstname,lastname,gender,group_id,dob,password_hash\n"
                                + ",base,No,Mail,,,,\n"
                                + CustomerFixture.email() + ",nowhere,Wrong,Site,,,,\n"
                                + CustomerFixture.email() + ",base,Wrong,Gender,Robot,,,\n"
                                + CustomerFixture.email() + ",base,Wrong,Group,,987654,,\n"
                                + CustomerFixture.email() + ",base,Wrong,Day,,,31/31/1990,\n"
                                + CustomerFixture.email() + ",base,Wrong,Hash,,,,secret\n"
                                + CustomerFixture.email() + ",base,,NoFirst,,,,\n"
                                + "\"not\nan address\",base,Bad,Mail,,,,\n"
                                + email + ",base,Good,One,,,,\n",
                        "validationStrategy=skip")
                .body("status", equalTo("done"))
                .body("created", equalTo(1))
                .body("failed", equalTo(8));
        errors(ended)
                .body("total_count", equalTo(8))
                .body("items.line", contains(2, 3, 4, 5, 6, 7, 8, 9))
                .body(
                        "items.column",
                        contains(
                                "email",
                                "_website",
                                "gender",
                                "group_id",
                                "dob",
                                "password_hash",
                                "firstname",
                                "email"))
                .body("items[0].message", equalTo("\"%fieldName\" is required. Enter and try again."))
                .body("items[0].parameters.fieldName", equalTo("email"))
                .body("items[1].message", equalTo("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("items[1].parameters.value", equalTo("nowhere"))
                .body("items[2].message", equalTo("\"%label\" is no option of \"%column\"."))
                .body("items[2].parameters.label", equalTo("Robot"))
                .body("items[3].parameters.value", equalTo("987654"))
                .body("items[4].parameters.value", equalTo("31/31/1990"))
                .body("items[5].message", equalTo("The password hash has a format that is not known."))
                .body("items[6].message", equalTo("\"First Name\" is a required value."))
                .body("items[7].message", equalTo("\"Email\" is not a valid email address."));
        customer(email).body("firstname", equalTo("Good"));
        String id = ended.extract().jsonPath().getString("id");
        assertThat(asAdmin()
                        .accept(ContentType.ANY)
                        .get("/rest/V1/imports/" + id + "/errors/file")
                        .then()
                        .statusCode(200)
                        .header("Content-Disposition", "attachment; filename=\"errors.csv\"")
                        .extract()
                        .asString())
                .startsWith("line,column,message")
                .contains("2,email,\"\"\"email\"\" is required. Enter and try again.\"")
                .contains("4,gender,\"\"\"Robot\"\" is no option of \"\"gender\"\".\"");
    }

    @Test
    void a_file_with_more_bad_rows_than_are_allowed_leaves_nothing() {
        String good = CustomerFixture.email();
        String file = "email,_website,firstname,lastname\n" + good + ",base,Ada,Lovelace\n,base,a,b\n,base,c,d\n";
        take(file, "allowedErrorCount=1")
                .body("status", equalTo("failed"))
                .body("message", equalTo("More rows are bad than are allowed: nothing was imported."))
                .body("failed", equalTo(2))
                .body("created", equalTo(0));
        assertThat(count(good)).isZero();
        take(file, "allowedErrorCount=2")
                .body("status", equalTo("done"))
                .body("failed", equalTo(2))
                .body("created", equalTo(1));
        assertThat(count(good)).isEqualTo(1);
    }

    @Test
    void a_check_writes_nothing() {
        String email = CustomerFixture.email();
        ValidatableResponse ended = take(
                        "email,_website,firstname,lastname\n" + email + ",base,Ada,Lovelace\n,base,a,b\n",
                        "checkOnly=true")
                .body("status", equalTo("done"))
                .body("check_only", equalTo(true))
                .body("failed", equalTo(1))
                .body("created", equalTo(0));
        errors(ended).body("items.line", contains(3));
        assertThat(count(email)).isZero();
    }

    @Test
    void customers_are_deleted_by_their_key() {
        String one = CustomerFixture.email();
        String two = CustomerFixture.email();
        take("email,_website,firstname,lastname\n" + one + ",base,Ada,Lovelace\n" + two + ",base,Alan,Turing\n");
        ValidatableResponse ended = take(
                        "email,_website\n" + one + ",base\n" + CustomerFixture.email() + ",base\n",
                        "behavior=delete",
                        "validationStrategy=skip")
                .body("deleted", equalTo(1))
                .body("failed", equalTo(1));
        errors(ended)
                .body("items.line", contains(3))
                .body(
                        "items[0].message",
                        equalTo("No such entity with %fieldName = %fieldValue, %field2Name = %field2Value"));
        assertThat(count(one)).isZero();
        assertThat(count(two)).isEqualTo(1);
    }

    @Test
    void each_row_says_what_becomes_of_it_where_that_is_asked_for() {
        String one = CustomerFixture.email();
        String two = CustomerFixture.email();
        take("email,_website,firstname,lastname\n" + one + ",base,Ada,Lovelace\n");
        take(
                        "email,_website,firstname,lastname,_action\n" + one + ",base,,,delete\n" + two
                                + ",base,Alan,Turing,update\n",
                        "behavior=custom")
                .body("deleted", equalTo(1))
                .body("created", equalTo(1));
        assertThat(count(one)).isZero();
        assertThat(count(two)).isEqualTo(1);
    }

    @Test
    void options_of_attributes_are_named_by_their_labels() {
        String shirt = AttributeFixture.created(
                "select",
                "options",
                List.of(Map.of("label", "Small", "sort_order", 1), Map.of("label", "Large", "sort_order", 2)));
        String tags = AttributeFixture.created(
                "multiselect",
                "options",
                List.of(Map.of("label", "Red", "sort_order", 1), Map.of("label", "Blue", "sort_order", 2)));
        String vip = AttributeFixture.created("boolean");
        String since = AttributeFixture.created("date");
        String email = CustomerFixture.email();
        String header = "email,_website,firstname,lastname," + String.join(",", shirt, tags, vip, since) + "\n";
        ValidatableResponse ended = take(
                        header + email + ",base,Ada,Lovelace,large,Blue|red,Yes,5/6/2012\n" + CustomerFixture.email()
                                + ",base,Ada,Lovelace,Huge,,,\n",
                        "multipleValueSeparator=|",
                        "validationStrategy=skip")
                .body("created", equalTo(1));
        errors(ended)
                .body("items.column", contains(shirt))
                .body("items[0].message", equalTo("\"%label\" is no option of \"%column\"."));
        String file = TransferFixture.exported("customer", "email", email);
        assertThat(file.lines().toList().get(1))
                .contains(",Large,")
                .contains(",\"Red,Blue\",")
                .contains(",Yes,");
        take(header + email + ",base,,,,,,\n");
        customer(email).body("custom_attributes", nullValue());
        for (String code : List.of(shirt, tags, vip, since)) {
            AttributeFixture.delete(AttributeFixture.CUSTOMERS, code).statusCode(200);
        }
    }

    @Test
    void lines_of_json_are_taken_like_lines_of_commas() {
        String email = CustomerFixture.email();
        ValidatableResponse ended = ended(imported(
                "\ufeff{\"email\": \"" + email
                        + "\", \"_website\": \"base\", \"firstname\": \"Ada\", \"lastname\": \"Lovelace\","
                        + " \"group_id\": 2, \"disable_auto_group_change\": true, \"middlename\": null}\n\n"
                        + "{\"email\": \n"
                        + "{\"email\": \"x@example.com\", \"_website\": \"base\", \"_secret\": 1}\n"
                        + "[1]\n",
                "format=ndjson",
                "validationStrategy=skip"));
        ended.body("created", equalTo(1)).body("failed", equalTo(3)).body("format", equalTo("ndjson"));
        errors(ended)
                .body("items.line", contains(3, 4, 5))
                .body("items[0].message", equalTo("The line is not a JSON object."))
                .body("items[1].column", equalTo("_secret"));
        customer(email).body("group_id", equalTo(2)).body("disable_auto_group_change", equalTo(1));
    }

    @Test
    void a_password_in_the_clear_is_hashed_and_checked_by_the_rules() {
        String email = CustomerFixture.email();
        ValidatableResponse ended = take(
                "email,_website,firstname,lastname,password\n" + email + ",base,Ada,Lovelace,Right-Passw0rd\n"
                        + CustomerFixture.email() + ",base,Ada,Lovelace,short\n",
                "validationStrategy=skip");
        errors(ended).body("items.line", contains(3)).body("items.column", contains("password"));
        assertThat(CustomerFixture.token(email)).isNotEmpty();
    }

    @Test
    void who_is_limited_to_a_website_imports_into_no_other() {
        String code = StoreFixture.code("import");
        int website = StoreFixture.website(code);
        StoreFixture.view(website, StoreFixture.group(website, code), code, true);
        String token = AdminFixture.administrator(
                List.of("Magento_ImportExport::import", "Magento_ImportExport::export"), website);
        String own = CustomerFixture.email();
        String other = CustomerFixture.email();
        String file = "email,_website,firstname,lastname\n" + own + "," + code + ",Ada,Lovelace\n" + other
                + ",base,Ada,Lovelace\n";
        String id = TransferFixture.sendBytes(token, file.getBytes(StandardCharsets.UTF_8), "validationStrategy=skip")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("id");
        errors(ended(id).body("created", equalTo(1)).body("failed", equalTo(1)))
                .body("items[0].line", equalTo(3))
                .body("items[0].column", equalTo("_website"));
        assertThat(count(own)).isEqualTo(1);
        assertThat(count(other)).isZero();
        AdminFixture.as(token)
                .get("/rest/V1/imports")
                .then()
                .statusCode(200)
                .body("items.id", contains(Integer.parseInt(id)));
    }

    @Test
    void the_file_is_kept_as_it_was_sent_and_not_in_the_clear() {
        String email = CustomerFixture.email();
        String file = "email,_website,firstname,lastname\r\n" + email + ",base,\"A\nda\",Lovelace\r\n";
        String id = imported(file);
        ended(id);
        assertThat(asAdmin()
                        .accept(ContentType.ANY)
                        .get("/rest/V1/imports/" + id + "/file")
                        .then()
                        .statusCode(200)
                        .header("Content-Disposition", "attachment; filename=\"customer.csv\"")
                        .extract()
                        .asString())
                .isEqualTo(file);
        asAdmin()
                .get("/rest/V1/imports?searchCriteria[filter_groups][0][filters][0][field]=id"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=" + id)
                .then()
                .body("items", hasSize(1))
                .body("items[0].file_size", equalTo(file.length()));
        assertThat(SegmentFixture.count("select count(*) from transfer_file where import_id = ?", Long.valueOf(id)))
                .isEqualTo(1);
        assertThat(SegmentFixture.count(
                        "select count(*) from transfer_file where import_id = ?"
                                + " and (position(convert_to(?, 'UTF8') in content) > 0"
                                + " or position(convert_to('Lovelace', 'UTF8') in content) > 0)",
                        Long.valueOf(id),
                        email))
                .isZero();
    }

    static ValidatableResponse customer(String email) {
        long id = search(email).extract().jsonPath().getLong("items[0].id");
        return asAdmin().get("/rest/V1/customers/" + id).then().statusCode(200);
    }

    static int count(String email) {
        return search(email).extract().jsonPath().getInt("total_count");
    }

    private static ValidatableResponse search(String email) {
        return asAdmin()
                .get("/rest/V1/customers/search?searchCriteria[filter_groups][0][filters][0][field]=email"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=" + email)
                .then()
                .statusCode(200);
    }
}
