package io.clientele.transfer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.transfer.TransferFixture.errors;
import static io.clientele.transfer.TransferFixture.sendBytes;
import static io.clientele.transfer.TransferFixture.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.clientele.AdminFixture;
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

/** Files of store credit and reward points, and files to begin with. */
@QuarkusTest
class FinanceImportApiTest {

    private static final String HEADER = "_email,_website,_finance_website,store_credit,reward_points\n";
    private static final String FINANCE = "entity=customer_finance";
    private static final String SKIP = "validationStrategy=skip";

    private final String email = CustomerFixture.email();

    @Test
    void what_a_customer_has_is_what_the_file_says() {
        long id = customer(email);
        take(HEADER + email.toUpperCase(Locale.ROOT) + ",base,base,10.0000,100\n", FINANCE)
                .body("created", equalTo(1))
                .body("failed", equalTo(0));
        assertThat(balances(id)).containsExactly("reward 100.0000", "store_credit 10.0000");
        take(HEADER + email + ",base,base,10,100\n", FINANCE)
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
        // An empty cell says nothing, and a word of its own that there is nothing.
        take(HEADER + email + ",base,base,_EMPTY_VALUE_,\n", FINANCE)
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(0));
        assertThat(balances(id)).containsExactly("reward 100.0000", "store_credit 0.0000");
        take(HEADER + email + ",base,base,1,\n" + email + ",base,base,2.5,\n", FINANCE)
                .body("updated", equalTo(2));
        assertThat(balances(id)).containsExactly("reward 100.0000", "store_credit 2.5000");
    }

    @Test
    void bad_rows_are_named_by_line_and_column_and_spoil_no_other() {
        long id = customer(email);
        String other = StoreFixture.code("finance");
        StoreFixture.website(other);
        ValidatableResponse ended = take(
                        HEADER + ",base,base,1,1\n" + email + ",nowhere,base,1,1\n" + email + ",base,nowhere,1,1\n"
                                + email + ",base," + other + ",1,1\n" + email + ",base,base,much,1\n" + email
                                + ",base,base,1,1.5\nnobody" + email + ",base,base,1,1\n" + email
                                + ",base,base,7,8\n",
                        FINANCE,
                        SKIP)
                .body("created", equalTo(1))
                .body("failed", equalTo(7));
        errors(ended)
                .body("items.line", contains(2, 3, 4, 5, 6, 7, 8))
                .body(
                        "items.column",
                        contains(
                                "_email",
                                "_website",
                                "_finance_website",
                                "_finance_website",
                                "store_credit",
                                "reward_points",
                                "_email"))
                .body("items[4].message", equalTo("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("items[4].parameters.value", equalTo("much"))
                .body(
                        "items[6].message",
                        equalTo("No such entity with %fieldName = %fieldValue, %field2Name = %field2Value"));
        assertThat(balances(id)).containsExactly("reward 8.0000", "store_credit 7.0000");
    }

    @Test
    void a_check_writes_nothing_and_such_files_are_neither_deleted_by_nor_written() {
        long id = customer(email);
        take(HEADER + email + ",base,base,10,100\n", FINANCE, "checkOnly=true").body("failed", equalTo(0));
        assertThat(balances(id)).isEmpty();
        TransferFixture.send(HEADER + email + ",base,base,10,100\n", FINANCE, "behavior=delete")
                .then()
                .statusCode(400);
        asAdmin()
                .body(Map.of("export", Map.of("entity", "customer_finance")))
                .post("/rest/V1/exports")
                .then()
                .statusCode(400);
    }

    @Test
    void who_is_limited_to_a_website_gives_nobody_of_another_one_anything() {
        int website = StoreFixture.website(StoreFixture.code("finance"));
        long id = customer(email);
        String token = AdminFixture.administrator(List.of("Magento_ImportExport::import"), website);
        String run = sendBytes(
                        token, (HEADER + email + ",base,base,10,100\n").getBytes(StandardCharsets.UTF_8), FINANCE, SKIP)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("id");
        errors(TransferFixture.ended(run).body("failed", equalTo(1)).body("created", equalTo(0)))
                .body("items.column", contains("_website"))
                .body("items[0].parameters.value", equalTo("base"));
        assertThat(balances(id)).isEmpty();
        as(token)
                .accept(ContentType.ANY)
                .get("/rest/V1/imports/sample?entity=customer_finance")
                .then()
                .statusCode(200);
    }

    @Test
    void each_kind_has_a_file_to_begin_with_that_is_taken_as_it_is() {
        for (TransferKind kind : TransferKind.values()) {
            String file = sample(kind.code());
            assertThat(file.lines().findFirst().orElseThrow().split(",")).containsAll(kind.required());
            if (kind != TransferKind.ADVANCED_PRICING) {
                take(own(file), "entity=" + kind.code()).body("failed", is(0)).body("status", is("done"));
            }
        }
        asAdmin()
                .get("/rest/V1/imports/sample?entity=products")
                .then()
                .statusCode(400)
                .body("parameters.value", equalTo("products"));
    }

    /** The sample with names that no other test has. */
    private String own(String file) {
        String own = email.substring(0, email.indexOf('@'));
        return file.replace(".sample@", "." + own + "@")
                .replace("SAMPLE-", own + "-")
                .replace("Sample Trade", own.substring(0, Math.min(32, own.length())));
    }

    private static String sample(String entity) {
        return asAdmin()
                .accept(ContentType.ANY)
                .get("/rest/V1/imports/sample?entity=" + entity)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + entity + ".csv\"")
                .extract()
                .asString();
    }

    private static long customer(String email) {
        Map<String, Object> customer = CustomerFixture.customer();
        customer.put("email", email);
        return CustomerFixture.createByAdmin(customer);
    }

    private static List<String> balances(long id) {
        return SegmentFixture.texts(
                "select kind || ' ' || amount from balance where customer_id = ? order by kind", id);
    }
}
