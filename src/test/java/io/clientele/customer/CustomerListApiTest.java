package io.clientele.customer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.email;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the administrator's list of customers asks for beside search criteria. */
@QuarkusTest
class CustomerListApiTest {

    private static final String SEARCH = "/rest/V1/customers/search";

    @Test
    void words_are_found_in_names_address_of_mail_telephone_and_company() {
        String mark = "zq" + email().replaceAll("\\D", "");
        Map<String, Object> billing = new HashMap<>(address());
        billing.put("default_billing", true);
        billing.put("telephone", "+49 (228) 77-" + mark.substring(2));
        billing.put("company", "Müller " + mark + " GmbH");
        long id = createByAdmin(with(
                with(with(customer(), "firstname", "Élodie"), "email", mark + "@example.com"),
                "addresses",
                List.of(billing)));
        for (String words : List.of(
                mark,
                mark.toUpperCase(java.util.Locale.ROOT),
                "élodie " + mark,
                "ÉLODIE   LOVE " + mark,
                mark + "@exam",
                "müller " + mark,
                "4922877" + mark.substring(2),
                "GmbH " + mark)) {
            found(words).body("items.id", equalTo(List.of((int) id)));
        }
        found("nobody " + mark).body("items", empty()).body("total_count", is(0));
        found(mark + "%").body("items", empty());
    }

    @Test
    void what_is_looked_into_changes_with_the_customer_and_its_addresses() {
        String mark = "zr" + email().replaceAll("\\D", "");
        Map<String, Object> billing = new HashMap<>(address());
        billing.put("default_billing", true);
        billing.put("company", mark + " old");
        long id = createByAdmin(with(customer(), "addresses", List.of(billing)));
        int address = asAdmin().get("/rest/V1/customers/" + id).then().extract().path("addresses[0].id");
        found(mark).body("items", org.hamcrest.Matchers.hasSize(1));
        asAdmin()
                .body(Map.of("customer", Map.of("firstname", "Renamed" + mark)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        found("renamed" + mark + " old").body("items.id", equalTo(List.of((int) id)));
        asAdmin().delete("/rest/V1/addresses/" + address).then().statusCode(200);
        found("renamed" + mark + " old").body("items", empty());
        found("renamed" + mark).body("items.id", equalTo(List.of((int) id)));
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        found("renamed" + mark).body("items", empty());
    }

    @Test
    void words_and_filters_hold_together() {
        String mark = "zs" + email().replaceAll("\\D", "");
        long first = createByAdmin(with(with(customer(), "lastname", mark), "group_id", 1));
        createByAdmin(with(with(customer(), "lastname", mark), "group_id", 2));
        filtered("group_id", "1", "eq")
                .queryParam("search", mark)
                .get(SEARCH)
                .then()
                .body("items.id", equalTo(List.of((int) first)))
                .body("total_count", is(1));
    }

    @Test
    void too_many_words_are_refused() {
        asAdmin()
                .queryParam("searchCriteria", "")
                .queryParam("search", "x".repeat(256))
                .get(SEARCH)
                .then()
                .statusCode(400)
                .body("message", is("\"search\" length must be equal or less than 255 characters."));
    }

    @Test
    void pages_follow_each_other_whatever_they_are_sorted_by() {
        String mark = "zt" + email().replaceAll("\\D", "");
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Map<String, Object> one =
                    with(with(customer(), "lastname", mark), "middlename", i % 3 == 0 ? "" : "M" + i % 2);
            all.add((int) createByAdmin(i % 2 == 0 ? with(one, "dob", "198" + i + "-01-01") : one));
        }
        for (String sort : List.of(
                "",
                "dob ASC",
                "dob DESC",
                "middlename ASC,dob DESC",
                "created_at DESC",
                "id DESC",
                "middlename DESC,id DESC",
                "group_id ASC,email DESC",
                "billing_city ASC")) {
            List<Integer> whole = page(mark, sort, 100, null).extract().path("items.id");
            assertThat(whole).as(sort).containsExactlyInAnyOrderElementsOf(all);
            assertThat(walk(mark, sort, 2)).as(sort).isEqualTo(whole);
            assertThat(walk(mark, sort, 7)).as(sort).isEqualTo(whole);
        }
    }

    @Test
    void the_last_page_says_nothing_of_a_next_one() {
        String mark = "zu" + email().replaceAll("\\D", "");
        createByAdmin(with(customer(), "lastname", mark));
        page(mark, "", 2, "").body("next", nullValue()).body("total_count", is(1));
        page(mark, "", 2, null).body("next", nullValue());
    }

    @Test
    void a_place_of_another_order_or_of_nobodys_making_is_refused() {
        String mark = "zv" + email().replaceAll("\\D", "");
        createByAdmin(with(customer(), "lastname", mark));
        String next = page(mark, "email ASC", 1, "").extract().path("next");
        for (String wrong : List.of(next, "abc", "e30", "bnVsbA", "eyJvcmRlciI6IiIsInZhbHVlcyI6W10sImtleSI6ImFiYyJ9")) {
            asAdmin()
                    .queryParam("searchCriteria[sort_orders][0][field]", "created_at")
                    .queryParam("after", wrong)
                    .get(SEARCH)
                    .then()
                    .statusCode(400)
                    .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                    .body("parameters.fieldName", is("after"));
        }
    }

    @Test
    void graphql_pages_and_searches_alike() {
        String mark = "zw" + email().replaceAll("\\D", "");
        for (String first : List.of("A", "B", "C")) {
            createByAdmin(with(with(customer(), "lastname", mark), "firstname", first));
        }
        String query =
                "{ adminCustomers(search: \"" + mark + "\", sort: [{field: \"firstname\"}], pageSize: 2, after: \"%s\")"
                        + " { items { firstname } end_cursor total_count } }";
        String next = GraphQLFixture.graphql(AdminFixture.token(), query.formatted(""))
                .body("data.adminCustomers.items.firstname", equalTo(List.of("A", "B")))
                .body("data.adminCustomers.total_count", is(3))
                .extract()
                .path("data.adminCustomers.end_cursor");
        GraphQLFixture.graphql(AdminFixture.token(), query.formatted(next))
                .body("data.adminCustomers.items.firstname", equalTo(List.of("C")))
                .body("data.adminCustomers.end_cursor", nullValue());
    }

    @Test
    void the_parts_of_the_default_billing_address_filter() {
        String mark = "zx" + email().replaceAll("\\D", "");
        Map<String, Object> billing = new HashMap<>(address());
        billing.put("default_billing", true);
        billing.put("company", mark);
        billing.put("fax", "12345");
        int with = (int) createByAdmin(with(with(customer(), "lastname", mark), "addresses", List.of(billing)));
        int without = (int) createByAdmin(with(with(customer(), "lastname", mark), "addresses", List.of(address())));
        ids(mark, "billing_company", mark.toUpperCase(java.util.Locale.ROOT), "eq", with);
        ids(mark, "billing_company", "%" + mark.substring(3) + "%", "like", with);
        ids(mark, "billing_city", "Austin", "eq", with);
        ids(mark, "billing_street", "1 main street", "eq", with);
        ids(mark, "billing_country_id", "US,DE", "in", with);
        ids(mark, "billing_postcode", "787%", "like", with);
        ids(mark, "billing_fax", "", "notnull", with);
        ids(mark, "billing_fax", "", "null", without);
        ids(mark, "billing_city", "", "seq", without);
        ids(mark, "billing_city", "not null", "is", with);
        ids(mark, "billing_city", "Boston", "neq", with);
    }

    private static void ids(String mark, String field, String value, String condition, Integer... ids) {
        filtered(field, value, condition)
                .queryParam("search", mark)
                .get(SEARCH)
                .then()
                .statusCode(200)
                .body("items.id", containsInAnyOrder(ids))
                .body("total_count", is(ids.length));
    }

    private static RequestSpecification filtered(String field, String value, String condition) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", field)
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", value)
                .queryParam("searchCriteria[filter_groups][0][filters][0][condition_type]", condition);
    }

    private static ValidatableResponse found(String words) {
        return asAdmin()
                .queryParam("searchCriteria", "")
                .queryParam("search", words)
                .get(SEARCH)
                .then()
                .statusCode(200);
    }

    private static List<Integer> walk(String mark, String sort, int size) {
        List<Integer> walked = new ArrayList<>();
        String next = "";
        while (next != null) {
            ValidatableResponse page = page(mark, sort, size, next);
            walked.addAll(page.extract().path("items.id"));
            next = page.extract().path("next");
        }
        return walked;
    }

    private static ValidatableResponse page(String mark, String sort, int size, String after) {
        RequestSpecification request = filtered("lastname", mark, "eq").queryParam("searchCriteria[page_size]", size);
        int number = 0;
        for (String order : sort.isEmpty() ? new String[0] : sort.split(",")) {
            request.queryParam("searchCriteria[sort_orders][" + number + "][field]", order.split(" ")[0])
                    .queryParam("searchCriteria[sort_orders][" + number + "][direction]", order.split(" ")[1]);
            number++;
        }
        if (after != null) {
            request.queryParam("after", after);
        }
        return request.get(SEARCH).then().statusCode(200);
    }
}
