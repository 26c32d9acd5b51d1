package io.clientele.sample;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.sample.AdventureWorksSalesApiTest.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class OnlineRetailApiTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() % 1_000_000));

    @Inject
    OnlineRetailLoad load;

    @Inject
    Database database;

    @TempDir
    Path folder;

    private int number;

    @BeforeEach
    void take_a_number_of_its_own() {
        number = NUMBER.incrementAndGet();
    }

    private OnlineRetailLoad.Result load(String... lines) throws IOException {
        Path file = folder.resolve("online_retail.csv");
        Files.writeString(file, HEADER + "\n" + String.join("\n", lines) + "\n");
        return load.load(file);
    }

    private String customer() {
        return "OR-9" + number;
    }

    @Test
    void invoices_become_orders_in_pounds_and_their_customers_are_made() throws IOException {
        OnlineRetailLoad.Result loaded = load(
                "1" + number + ",85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,9" + number
                        + ".0,United Kingdom",
                "1" + number + ",POST,POSTAGE,1,2010-12-01 08:27:00,18,9" + number + ".0,United Kingdom",
                "2" + number + ",gift_0001_10,\"Dotcom \"\"£10\"\" voucher\",1,2010-12-01 09:00:00,0.0,,EIRE");

        assertThat(loaded).isEqualTo(new OnlineRetailLoad.Result(new OrderLoad.Result(2, 3, 2), 1));
        long id = id(customer());
        asAdmin()
                .get("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .body("firstname", is("Customer"))
                .body("lastname", is("9" + number))
                .body("email", is("customer-9" + number + "@online-retail.example.invalid"))
                .body("created_at", is("2010-12-01 08:26:00"))
                .body("created_in", is("Online Retail"))
                .body("addresses", empty());
        asAdmin()
                .get("/rest/V1/customers/" + id + "/activity")
                .then()
                .statusCode(200)
                .body("orders.external_id", contains("OR-1" + number))
                .body("orders[0].placed_at", is("2010-12-01 08:26:00"))
                .body("orders[0].currency", is("GBP"))
                .body("orders[0].grand_total", is(33.3f))
                .body("orders[0].base_total", is(33.3f))
                .body("statistics[0].currency", is("GBP"))
                .body("statistics[0].lifetime_value", is(33.3f));
        assertThat(orders("OR-1" + number)).containsExactly("complete/GB/null/2/true");
        assertThat(orders("OR-2" + number)).containsExactly("complete/IE/null/1/false");
    }

    @Test
    void what_is_taken_back_is_an_order_of_its_own_that_lowers_totals() throws IOException {
        load(
                "1" + number + ",22423,REGENCY CAKESTAND,4,2010-12-01 08:26:00,10.00,9" + number + ",United Kingdom",
                "C1" + number + ",22423,REGENCY CAKESTAND,-1,2010-12-02 08:26:00,10.00,9" + number + ",United Kingdom",
                "A1" + number + ",B,Adjust bad debt,1,2010-12-03 14:51:00,-5.50,,Channel Islands");
        asAdmin()
                .get("/rest/V1/customers/" + id(customer()) + "/activity")
                .then()
                .statusCode(200)
                .body("orders.external_id", contains("OR-C1" + number, "OR-1" + number))
                .body("orders.status", contains("refund", "complete"))
                .body("orders.cancelled", contains(false, false))
                .body("orders.grand_total", contains(-10.0f, 40.0f))
                .body("orders.total_qty", contains(-1.0f, 4.0f))
                .body("statistics[0].orders_count", is(2))
                .body("statistics[0].cancelled_count", is(0))
                .body("statistics[0].lifetime_value", is(30.0f));
        assertThat(orders("OR-A1" + number)).containsExactly("adjustment/null/Channel Islands/1/false");
    }

    @Test
    void lines_that_are_alike_are_two_lines() throws IOException {
        String line = "1" + number + ",21866,UNION JACK FLAG,1,2010-12-01 08:26:00,1.25,9" + number + ".0,RSA";
        load(line, line);
        assertThat(orders("OR-1" + number)).containsExactly("complete/ZA/null/2/true");
        asAdmin()
                .get("/rest/V1/customers/" + id(customer()) + "/activity")
                .then()
                .body("orders[0].grand_total", is(2.5f))
                .body("orders[0].total_qty", is(2.0f));
    }

    @Test
    void loading_again_doubles_nothing() throws IOException {
        String line = "1" + number + ",22423,CAKESTAND,4,2010-12-01 08:26:00,10.00,9" + number + ",United Kingdom";
        load(line);
        assertThat(load(line)).isEqualTo(new OnlineRetailLoad.Result(new OrderLoad.Result(1, 1, 0), 0));
        asAdmin()
                .get("/rest/V1/customers/" + id(customer()) + "/activity")
                .then()
                .body("orders", hasSize(1))
                .body("statistics[0].lifetime_value", is(40.0f));
    }

    @Test
    void what_is_wrong_is_told_with_its_place() throws IOException {
        refuses("1,A,x,many,2010-12-01 08:26:00,1,,France", "Quantity is not a number: many");
        refuses(
                "1,A,x,1,01/12/2010 08:26,1,,France",
                "InvoiceDate is not a moment like 2010-12-01 08:26:00: 01/12/2010 08:26");
        refuses("1,A,x,1,2010-12-01 08:26:00,1,9.5,France", "CustomerID is not a whole number: 9.5");
        refuses(",A,x,1,2010-12-01 08:26:00,1,,France", "InvoiceNo is empty");
        refuses("1,,x,1,2010-12-01 08:26:00,1,,France", "StockCode is empty");
        Path nowhere = folder.resolve("nowhere.csv");
        assertThatThrownBy(() -> load.load(nowhere)).hasMessage("there is no file " + nowhere);
        assertThatThrownBy(() -> load.load(folder)).hasMessage(folder + " is not a file");
    }

    private void refuses(String line, String reason) {
        assertThatThrownBy(() -> load(line))
                .isInstanceOf(LoadFailure.class)
                .hasMessage("online_retail.csv, line 2: " + reason);
    }

    /** Status, country, region and number of lines of the order, and whether somebody has it. */
    private List<String> orders(String externalId) {
        return database.list(
                SqlFragment.of(
                        "select o.status, o.billing_address ->> 'country_id', o.billing_address ->> 'region',"
                                + " (select count(*) from sales_order_line l where l.order_id = o.id), o.customer_id"
                                + " from sales_order o where o.external_id = ?",
                        externalId),
                row -> row.getString(1) + "/" + row.getString(2) + "/" + row.getString(3) + "/" + row.getLong(4) + "/"
                        + (row.getObject(5) != null));
    }
}
