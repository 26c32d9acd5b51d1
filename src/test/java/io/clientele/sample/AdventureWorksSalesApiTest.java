package io.clientele.sample;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class AdventureWorksSalesApiTest {

    private static final String SALES =
            "OrderDate,StockDate,OrderNumber,ProductKey,CustomerKey,TerritoryKey,OrderLineItem,OrderQuantity";

    @Inject
    AdventureWorksLoad people;

    @Inject
    AdventureWorksSales sales;

    @TempDir
    Path folder;

    private String mark = "";

    @BeforeEach
    void load_two_customers_and_write_two_products() throws IOException {
        mark = email().replaceAll("\\D", "");
        write(
                "AdventureWorks_Customers.csv",
                "CustomerKey,Prefix,FirstName,LastName,BirthDate,MaritalStatus,Gender,EmailAddress,AnnualIncome",
                "7" + mark + ",MR.,JON,YANG,4/8/1966,M,M," + email() + ",x",
                "8" + mark + ",MR.,EUGENE,HUANG,5/14/1965,S,M," + email() + ",x");
        write(
                "AdventureWorks_Products.csv",
                "ProductKey,ProductSubcategoryKey,ProductSKU,ProductName,ModelName,ProductDescription,ProductColor,"
                        + "ProductSize,ProductStyle,ProductCost,ProductPrice",
                "214,31,HL-" + mark
                        + ",\"Sport-100 Helmet, Red\",Sport-100,\"Universal fit, well-vented\",Red,0,0,13.0863,34.99",
                "215,32,HB-" + mark + ",Cable Lock,Cable Lock,Wraps,NA,0,0,10.3125,25.0053");
        people.load(folder);
    }

    @Test
    void lines_become_orders_of_their_customers_at_the_products_prices() throws IOException {
        write(
                "AdventureWorks_Sales_2017.csv",
                SALES,
                "1/1/2017,12/13/2001,SO-A" + mark + ",214,7" + mark + ",9,1,2",
                "1/1/2017,12/13/2001,SO-B" + mark + ",215,8" + mark + ",9,1,1",
                "01/01/2017,12/13/2001,SO-A" + mark + ",215,7" + mark + ",9,2,3");
        packed("AdventureWorks_Sales_2018.csv.gz", SALES, "7/2/2018,3/4/2018,SO-C" + mark + ",214,7" + mark + ",9,1,1");

        assertThat(sales.load(folder)).isEqualTo(new OrderLoad.Result(3, 4, 3));

        asAdmin()
                .get("/rest/V1/customers/" + id("AW-7" + mark) + "/activity")
                .then()
                .statusCode(200)
                .body("orders.external_id", contains("AW-SO-C" + mark, "AW-SO-A" + mark))
                .body("orders[1].status", is("complete"))
                .body("orders[1].currency", is("USD"))
                // A day begins eight hours later in Los Angeles, and seven in summer.
                .body("orders.placed_at", contains("2018-07-02 07:00:00", "2017-01-01 08:00:00"))
                .body("orders[1].grand_total", is(144.9959f))
                .body("orders[1].total_qty", is(5.0f))
                .body("statistics", hasSize(1))
                .body("statistics[0].orders_count", is(2));
        asAdmin()
                .get("/rest/V1/productFacts/HL-" + mark)
                .then()
                .statusCode(200)
                .body("name", is("Sport-100 Helmet, Red"))
                .body("price", is(34.99f))
                .body("cost", is(13.0863f))
                .body("attributes.color", is("Red"))
                .body("category_ids", contains(31));
    }

    @Test
    void a_number_that_two_customers_have_is_an_order_of_each() throws IOException {
        write(
                "AdventureWorks_Sales_2017.csv",
                SALES,
                "1/1/2017,x,SO-A" + mark + ",214,7" + mark + ",9,1,2",
                "1/1/2017,x,SO-A" + mark + ",214,8" + mark + ",9,2,1",
                "1/1/2017,x,SO-A" + mark + ",215,7" + mark + ",9,3,1");
        assertThat(sales.load(folder)).isEqualTo(new OrderLoad.Result(2, 3, 2));
        assertThat(sales.load(folder)).isEqualTo(new OrderLoad.Result(2, 3, 0));
        asAdmin()
                .get("/rest/V1/customers/" + id("AW-7" + mark) + "/activity")
                .then()
                .body("orders.external_id", contains("AW-SO-A" + mark))
                .body("orders[0].total_qty", is(3.0f));
        asAdmin()
                .get("/rest/V1/customers/" + id("AW-8" + mark) + "/activity")
                .then()
                .body("orders.external_id", contains("AW-SO-A" + mark + "-8" + mark))
                .body("orders[0].total_qty", is(1.0f));
    }

    @Test
    void loading_again_doubles_nothing_and_leaves_products_as_they_are() throws IOException {
        write("AdventureWorks_Sales_2017.csv", SALES, "1/1/2017,12/13/2001,SO-A" + mark + ",214,7" + mark + ",9,1,2");
        sales.load(folder);
        String product = "/rest/V1/productFacts/HL-" + mark;
        asAdmin().body("{\"product\": {\"price\": 40}}").put(product).then().statusCode(200);

        assertThat(sales.load(folder)).isEqualTo(new OrderLoad.Result(1, 1, 0));

        asAdmin().get(product).then().statusCode(200).body("price", is(40));
        asAdmin()
                .get("/rest/V1/customers/" + id("AW-7" + mark) + "/activity")
                .then()
                .body("orders", hasSize(1))
                .body("statistics[0].lifetime_value", is(69.98f));
    }

    @Test
    void a_folder_without_sales_has_no_orders() {
        assertThat(sales.load(folder)).isEqualTo(new OrderLoad.Result(0, 0, 0));
    }

    @Test
    void what_is_wrong_is_told_with_its_place() throws IOException {
        refuses("13/1/2017,x,SO-A,214,7" + mark + ",9,1,2", "OrderDate is not a date like 12/31/1999: 13/1/2017");
        refuses("1/1/2017,x,SO-A,999,7" + mark + ",9,1,2", "there is no product 999");
        refuses("1/1/2017,x,SO-A,214,7" + mark + ",9,1,two", "OrderQuantity is not a number: two");
        refuses("1/1/2017,x,,214,7" + mark + ",9,1,2", "OrderNumber is empty");
        refuses("1/1/2017,x,SO-X" + mark + ",214,nobody,9,1,2", "No such entity with customer_external_id = AW-nobody");
        Path file = folder.resolve("AdventureWorks_Sales_2017.csv");
        write("AdventureWorks_Sales_2017.csv", "OrderDate,OrderNumber", "1/1/2017,SO-A");
        assertThatThrownBy(() -> sales.load(folder)).hasMessage(file.getFileName() + " has no column ProductKey");
    }

    @Test
    void an_order_that_goes_on_after_another_day_is_told() throws IOException {
        write(
                "AdventureWorks_Sales_2017.csv",
                SALES,
                "1/1/2017,x,SO-A" + mark + ",214,7" + mark + ",9,1,2",
                "1/2/2017,x,SO-B" + mark + ",214,7" + mark + ",9,1,2",
                "1/2/2017,x,SO-A" + mark + ",214,7" + mark + ",9,1,2");
        assertThatThrownBy(() -> sales.load(folder))
                .isInstanceOf(LoadFailure.class)
                .hasMessage("AdventureWorks_Sales_2017.csv, line 4: order SO-A" + mark + " of customer 7" + mark
                        + " goes on after another day");
    }

    private void refuses(String line, String reason) throws IOException {
        write("AdventureWorks_Sales_2017.csv", SALES, line);
        assertThatThrownBy(() -> sales.load(folder))
                .isInstanceOf(LoadFailure.class)
                .hasMessage("AdventureWorks_Sales_2017.csv, line 2: " + reason);
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), "\uFEFF" + String.join("\r\n", lines) + "\r\n");
    }

    private void packed(String name, String... lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    static long id(String externalId) {
        JsonPath found = asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "external_id")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", externalId)
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .body("total_count", is(1))
                .extract()
                .jsonPath();
        return found.getLong("items[0].id");
    }
}
