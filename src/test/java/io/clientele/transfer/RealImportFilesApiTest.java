package io.clientele.transfer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.transfer.CustomerImportApiTest.customer;
import static io.clientele.transfer.TransferFixture.ended;
import static io.clientele.transfer.TransferFixture.errors;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.clientele.AdminFixture;
import io.clientele.customer.CustomerFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The contract's own files, which are not in the repository; without them this is skipped. */
@QuarkusTest
class RealImportFilesApiTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("clientele.data", "../shared/data")).resolve("magento-import");

    private static final List<String> PEOPLE = List.of(
            "jondoe@example.com",
            "AnthonyANealy@magento.com",
            "CharlesTAlston@teleworm.us",
            "customer@example.com",
            "julie.worrell@example.com",
            "david.lamar@example.com",
            "KellyNIlson@magento.com",
            "BetsyParker@example.com");

    @AfterEach
    void forget_them() throws IOException {
        if (Files.isDirectory(FOLDER)) {
            String rows = String.join(",base\n", PEOPLE);
            TransferFixture.take("email,_website\n" + rows + ",base\n", "behavior=delete", "validationStrategy=skip");
        }
    }

    @Test
    void the_sample_files_are_taken_over_as_they_are() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "there is no folder " + FOLDER);
        take("customer.csv", "entity=customer").body("created", equalTo(1)).body("failed", equalTo(0));
        take("customer_address.csv", "entity=customer_address").body("created", equalTo(1));
        customer("jondoe@example.com")
                .body("created_at", equalTo("2015-10-30 12:49:47"))
                .body("addresses", hasSize(1))
                .body("addresses[0].region.region_code", equalTo("NY"));
        take("customer_composite.csv", "entity=customer_composite").body("updated", equalTo(1));
        customer("jondoe@example.com")
                .body("gender", equalTo(1))
                .body("dob", equalTo("2016-04-19"))
                .body("addresses", hasSize(2))
                .body("addresses[1].street", contains("Main Street 1", "Suite 200"))
                .body("addresses[1].default_billing", equalTo(true));
    }

    @Test
    void customers_are_imported_updated_given_addresses_and_deleted() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "there is no folder " + FOLDER);
        ValidatableResponse imported = take("integration-tests/customers_to_import.csv", "entity=customer")
                .body("rows", equalTo(6))
                .body("created", equalTo(5))
                .body("failed", equalTo(1));
        errors(imported).body("items.line", contains(3)).body("items.column", contains("_website"));
        customer("AnthonyANealy@magento.com")
                .body("dob", equalTo("2010-05-06"))
                .body("created_at", equalTo("2012-05-06 15:53:00"));
        take("integration-tests/customers_to_update.csv", "entity=customer").body("updated", equalTo(3));
        customer("customer@example.com").body("firstname", equalTo("Firstname-updated"));
        ValidatableResponse composite = take(
                        "integration-tests/customer_composite_update.csv", "entity=customer_composite")
                .body("created", equalTo(1))
                .body("updated", equalTo(1))
                .body("failed", equalTo(2));
        errors(composite).body("items.line", contains(4, 5));
        customer("AnthonyANealy@magento.com").body("addresses.city", contains("Fayetteville", "Irvine"));
        Map<String, Object> betsy = CustomerFixture.customer();
        betsy.put("email", "BetsyParker@example.com");
        CustomerFixture.createByAdmin(betsy);
        take("integration-tests/import_uk_address.csv", "entity=customer_address")
                .body("created", equalTo(1));
        customer("BetsyParker@example.com").body("addresses.city", contains("Liverpool"));
        take("integration-tests/address_import_update.csv", "entity=customer_address")
                .body("failed", equalTo(3));
        take("integration-tests/customers_to_delete.csv", "entity=customer", "behavior=delete")
                .body("deleted", equalTo(3));
        asAdmin()
                .get("/rest/V1/imports?searchCriteria[filter_groups][0][filters][0][field]=behavior"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=delete&searchCriteria[page_size]=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private static ValidatableResponse take(String file, String entity, String... more) throws IOException {
        String options = String.join("&", more);
        return ended(TransferFixture.sendBytes(
                        AdminFixture.token(),
                        Files.readAllBytes(FOLDER.resolve(file)),
                        entity,
                        "validationStrategy=skip" + (options.isEmpty() ? "" : "&" + options))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("id"));
    }
}
