package io.clientele.transfer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.transfer.TransferFixture.errors;
import static io.clientele.transfer.TransferFixture.send;
import static io.clientele.transfer.TransferFixture.take;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.clientele.customer.CustomerFixture;
import io.clientele.pricing.PricingFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files of customer groups, tier prices and orders. */
@QuarkusTest
class ShopFileImportApiTest {

    private final String name = UUID.randomUUID().toString().substring(0, 18);

    @Test
    void groups_are_made_and_changed_by_their_codes() {
        String header = "customer_group_code,tax_class_name,excluded_websites\n";
        take(header + name + ",Retail Customer,\n", "entity=customer_group").body("created", equalTo(1));
        take(header + name + ",Retail Customer,\n", "entity=customer_group")
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
        take(header + name + "," + name + " tax,base\n", "entity=customer_group")
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(0));
        asAdmin()
                .get("/rest/V1/customerGroups/search?searchCriteria[filter_groups][0][filters][0][field]=code"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=" + name)
                .then()
                .body("items", hasSize(1))
                .body("items[0].tax_class_name", equalTo(name + " tax"))
                .body("items[0].extension_attributes.exclude_website_ids", contains(1));
        ValidatableResponse ended = take(
                header + ",Retail Customer,\n" + name + ",,nowhere\n",
                "entity=customer_group",
                "validationStrategy=skip");
        errors(ended)
                .body("items.line", contains(2, 3))
                .body("items.column", contains("customer_group_code", "excluded_websites"))
                .body("items[1].parameters.value", equalTo("nowhere"));
    }

    @Test
    void tier_prices_are_taken_and_the_bad_ones_named_by_line() {
        String sku = PricingFixture.product(20);
        String header = "sku,tier_price_website,tier_price_customer_group,tier_price_qty,tier_price\n";
        ValidatableResponse ended = take(
                        header + sku + ",All Websites [USD],General,2,9\n" + sku + ",All Websites [USD],General,2,8\n"
                                + sku + ",All Websites [USD],Nobody,3,8\n" + sku + ",nowhere,General,3,8\n" + sku
                                + ",,,,\n",
                        "entity=advanced_pricing",
                        "validationStrategy=skip")
                .body("created", equalTo(1))
                .body("failed", equalTo(3));
        errors(ended)
                .body("items.line", contains(5, 3, 4))
                .body("items.column", contains("tier_price_website", null, "tier_price_customer_group"))
                .body("items[1].message", startsWith("We found a duplicate website, tier price, customer group"))
                .body("items[1].parameters.qty", equalTo("2"))
                .body("items[2].message", equalTo("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("items[2].parameters.value", equalTo("Nobody"));
        take(header + sku + ",All Websites [USD],General,2,9\n", "entity=advanced_pricing")
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
        take(header + sku + ",All Websites [USD],General,2,7\n", "entity=advanced_pricing")
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(0));
    }

    @Test
    void orders_are_taken_line_by_line_and_a_bad_line_leaves_the_order_out() {
        String header = "increment_id,_website,status,created_at,order_currency_code,subtotal,grand_total,customer_id,"
                + "customer_email,sku,qty_ordered,price,row_total\n";
        String key = name + "-c";
        String email = CustomerFixture.email();
        take("external_id,email,_website,firstname,lastname\n" + key + "," + email + ",base,Ada,Lovelace\n");
        String order = name + ",base,complete,2020-01-02 03:04:05,USD,3,3," + key + ",x@old.example,";
        String file = header + order + "LAMP,1,1,1\n" + order + "BULB,2,1,2\n" + name
                + "-2,base,complete,2020-01-02,USD,3,3,,,LAMP,many,1,1\n";
        ValidatableResponse ended = take(file, "entity=sales_order", "validationStrategy=skip")
                .body("created", equalTo(1))
                .body("failed", equalTo(1));
        errors(ended)
                .body("items.line", contains(4))
                .body("items.column", contains("qty_ordered"))
                .body("items[0].message", equalTo("Invalid value of \"%value\" provided for the %fieldName field."));
        String id = CustomerImportApiTest.customer(email).extract().jsonPath().getString("id");
        asAdmin()
                .get("/rest/V1/customers/" + id + "/activity")
                .then()
                .body("orders.external_id", contains(name))
                .body("orders[0].placed_at", equalTo("2020-01-02 03:04:05"));
        take(header + order + "LAMP,1,1,1\n" + order + "BULB,2,1,2\n", "entity=sales_order")
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
    }

    @Test
    void orders_beside_a_row_that_cannot_be_read_are_left_out_as_it_may_be_a_line_of_theirs() {
        String header =
                "increment_id,_website,status,created_at,order_currency_code,subtotal,grand_total,sku,qty_ordered,"
                        + "price,row_total\n";
        String rest = ",base,complete,2020-01-02,USD,3,3,LAMP,1,1,1";
        ValidatableResponse ended = take(
                        header + name + "-1" + rest + "\n" + name + "-2" + rest + "\n" + name + "-2" + rest
                                + ",too,many\n" + name + "-3" + rest + "\n" + name + "-4" + rest + "\n",
                        "entity=sales_order",
                        "validationStrategy=skip")
                .body("created", equalTo(2))
                .body("failed", equalTo(3));
        errors(ended)
                .body("items.line", contains(3, 4, 5))
                .body("items[0].message", equalTo("The row belongs to the order of line %line, which is refused."))
                .body("items[0].parameters.line", equalTo(4))
                .body("items[1].message", equalTo("The row has %fields fields for %columns columns."))
                .body("items[2].message", equalTo("Line %line can't be read and may be of the same order."))
                .body("items[2].parameters.line", equalTo(4));
    }

    @Test
    void such_files_are_neither_deleted_by_nor_written() {
        for (String entity : List.of("customer_group", "advanced_pricing", "sales_order")) {
            send("customer_group_code\nA\n", "entity=" + entity, "behavior=delete")
                    .then()
                    .statusCode(400)
                    .body("message", equalTo("Files of %entity can't be imported with the behavior \"%behavior\"."))
                    .body("parameters.entity", equalTo(entity));
            asAdmin()
                    .body(Map.of("export", Map.of("entity", entity)))
                    .post("/rest/V1/exports")
                    .then()
                    .statusCode(400)
                    .body("parameters.value", equalTo(entity));
        }
        send("code\nA\n", "entity=customer_group")
                .then()
                .statusCode(400)
                .body("message", equalTo("The column \"%column\" is missing."))
                .body("parameters.column", equalTo("customer_group_code"));
    }
}
