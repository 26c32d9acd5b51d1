package io.clientele.customer;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.attribute.AttributeFixture.ADDRESSES;
import static io.clientele.attribute.AttributeFixture.CUSTOMERS;
import static io.clientele.attribute.AttributeFixture.attribute;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.email;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.attribute.AttributeFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of customers in every order, beside what a plain statement over the tables says. */
@QuarkusTest
class CustomerOrderApiTest {

    private static final String ICU = " collate \"und-x-icu\")";

    @Inject
    Database database;

    private final String mark = "or" + email().replaceAll("\\D", "");
    private final Map<String, String> made = new LinkedHashMap<>();
    private final List<Long> ids = new ArrayList<>();

    private String day;
    private String word;
    private String floor;

    @BeforeEach
    void make_customers_of_whom_many_are_alike_and_some_have_nothing() {
        day = define(CUSTOMERS, "day", Map.of("frontend_input", "date", "is_filterable_in_grid", true));
        word = define(CUSTOMERS, "word", Map.of("frontend_input", "text", "is_filterable_in_grid", true));
        floor = define(ADDRESSES, "floor", Map.of("frontend_input", "text"));
        String[] cities = {
            "Austin", "\u00d6rebro", "austin", null, "Zwolle", "Ostende", null, "AUSTIN", "\u00c9vry", null, "Zwolle"
        };
        for (int i = 0; i < cities.length; i++) {
            Map<String, Object> one = new HashMap<>(with(customer(), "lastname", mark));
            one.put("firstname", "Name" + i % 3);
            if (i % 4 != 0) {
                one.put("dob", "198" + i % 3 + "-01-01");
                one.put("gender", 1 + i % 2);
            }
            List<Map<String, Object>> own = new ArrayList<>();
            if (i % 3 != 0) {
                own.add(Map.of("attribute_code", day, "value", "2020-01-0" + (1 + i % 4)));
                own.add(Map.of("attribute_code", word, "value", (i % 2 == 0 ? "blue " : "Amber ") + i % 4));
            }
            one.put("custom_attributes", own);
            // Of those without the default one has an address all the same.
            if (cities[i] != null || i == 3) {
                one.put("addresses", List.of(billing(cities[i] == null ? "Lonely" : cities[i], i)));
            }
            ids.add(createByAdmin(one));
        }
    }

    private Map<String, Object> billing(String city, int number) {
        Map<String, Object> billing = new HashMap<>(address());
        billing.put("city", city);
        billing.put("default_billing", !city.equals("Lonely"));
        billing.put("postcode", "7870" + number % 2);
        billing.put("telephone", "555 0" + number % 3);
        if (number % 2 == 1) {
            billing.put("company", "Company " + number % 4);
            billing.put("fax", "1");
            billing.put("country_id", "GB");
            billing.remove("region_id");
            billing.put("custom_attributes", List.of(Map.of("attribute_code", floor, "value", "F" + number % 4)));
        }
        return billing;
    }

    private String define(String path, String code, Map<String, Object> definition) {
        String name = AttributeFixture.code(code);
        Map<String, Object> all = new HashMap<>(attribute(name, (String) definition.get("frontend_input")));
        all.putAll(definition);
        AttributeFixture.post(path, all).statusCode(200);
        made.put(name, path);
        return name;
    }

    @AfterEach
    void delete_what_was_defined() {
        made.forEach((code, path) -> AttributeFixture.delete(path, code));
    }

    @Test
    void every_order_is_that_of_a_plain_statement_and_pages_go_through_it() {
        orders().forEach((field, value) -> {
            for (String direction : List.of("ASC", "DESC")) {
                List<Long> expected = plain(value, direction);
                assertThat(expected).as(field).hasSize(ids.size());
                String order = field + " " + direction;
                assertThat(page(List.of(order), 100, 1)).as(order).isEqualTo(expected);
                assertThat(page(List.of(order), 4, 2)).as(order).isEqualTo(expected.subList(4, 8));
                assertThat(walk(List.of(order), 2)).as(order).isEqualTo(expected);
            }
        });
    }

    @Test
    void one_order_is_followed_by_another_one() {
        List<Long> expected = list("select c.id from customer c left join customer_address a on a.customer_id = c.id"
                + " and a.is_default_billing where c.lastname = ? order by lower(a.city" + ICU
                + " desc nulls last, lower(c.firstname" + ICU + " asc, lower(a.company" + ICU
                + " desc nulls last, c.id desc");
        List<String> order = List.of("billing_city DESC", "firstname ASC", "billing_company DESC");
        assertThat(page(order, 100, 1)).isEqualTo(expected);
        assertThat(walk(order, 3)).isEqualTo(expected);
    }

    @Test
    void everybody_is_met_once_whatever_becomes_of_the_addresses() {
        long moved = ids.get(0);
        JsonPath book =
                asAdmin().get("/rest/V1/customers/" + moved).then().extract().jsonPath();
        int first = book.getInt("addresses[0].id");
        change(moved, List.of(billing("Moved", 1), with(with(address(), "id", first), "city", "Old")));
        everybodyOnce();
        asAdmin().delete("/rest/V1/addresses/" + first).then().statusCode(200);
        everybodyOnce();
        change(moved, List.of());
        everybodyOnce();
        change(ids.get(3), List.of(billing("Found", 2)));
        everybodyOnce();
        change(ids.get(4), List.of(billing("Lonely", 2)));
        everybodyOnce();
        asAdmin().delete("/rest/V1/customers/" + ids.get(6)).then().statusCode(200);
        asAdmin().delete("/rest/V1/customers/" + ids.get(7)).then().statusCode(200);
        ids.removeAll(List.of(ids.get(6), ids.get(7)));
        everybodyOnce();
    }

    private void everybodyOnce() {
        assertThat(page(List.of("billing_city ASC"), 100, 1)).isEqualTo(plain("lower(a.city" + ICU, "ASC"));
        assertThat(page(List.of("billing_city DESC"), 100, 1)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(database.list(
                        SqlFragment.of("select coalesce(c.id, w.customer_id) from customer c full join"
                                + " customer_without_billing w on w.customer_id = c.id where c.id is null"
                                + " or (w.customer_id is null) <> exists (select from customer_address a"
                                + " where a.customer_id = c.id and a.is_default_billing)"),
                        row -> row.getLong(1)))
                .isEmpty();
    }

    private static void change(long id, List<Map<String, Object>> addresses) {
        asAdmin()
                .body(Map.of("customer", Map.of("addresses", addresses)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
    }

    /** What each field is in the tables. */
    private Map<String, String> orders() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String column : List.of(
                "postcode",
                "city",
                "telephone",
                "region",
                "country_id",
                "company",
                "fax",
                "firstname",
                "lastname",
                "vat_id")) {
            all.put("billing_" + column, "lower(a." + column + ICU);
        }
        all.put("billing_street", "lower(a.street[1]" + ICU);
        all.put("billing_" + floor, "lower((a.attributes ->> '" + id(floor) + "')" + ICU);
        all.put(day, "(c.attributes ->> '" + id(day) + "')");
        all.put(word, "lower((c.attributes ->> '" + id(word) + "')" + ICU);
        for (String own : List.of("id", "website_id", "group_id", "dob", "gender", "created_at", "is_active")) {
            all.put(own, "c." + own);
        }
        all.put("firstname", "lower(c.firstname" + ICU);
        all.put("email", "c.email_key");
        all.put(
                "lock_expires",
                "(select k.locked_until from credential k where k.subject_type = 3 and k.subject_id = c.id)");
        all.put(
                "is_subscribed",
                "exists (select from newsletter_subscriber n where n.customer_id = c.id and n.status = 1)");
        all.put("orders_count", "0");
        return all;
    }

    private long id(String code) {
        return database.list(SqlFragment.of("select id from attribute where code = ?", code), row -> row.getLong(1))
                .getFirst();
    }

    private List<Long> plain(String value, String direction) {
        return list("select c.id from customer c left join customer_address a on a.customer_id = c.id"
                + " and a.is_default_billing where c.lastname = ? order by "
                + (value.equals("0")
                        ? ""
                        : value + " " + direction + (direction.equals("ASC") ? " nulls first" : " nulls last") + ", ")
                + "c.id " + direction);
    }

    private List<Long> list(String statement) {
        return database.list(SqlFragment.of(statement, mark), row -> row.getLong(1));
    }

    private List<Long> page(List<String> orders, int size, int number) {
        return sorted(orders, size)
                .queryParam("searchCriteria[current_page]", number)
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", Long.class);
    }

    private List<Long> walk(List<String> orders, int size) {
        List<Long> walked = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = sorted(orders, size)
                    .queryParam("after", next)
                    .get("/rest/V1/customers/search")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            walked.addAll(page.getList("items.id", Long.class));
            next = page.getString("next");
        }
        return walked;
    }

    private RequestSpecification sorted(List<String> orders, int size) {
        RequestSpecification request = asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "lastname")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", mark)
                .queryParam("searchCriteria[page_size]", size);
        for (int i = 0; i < orders.size(); i++) {
            String[] order = orders.get(i).split(" ");
            request.queryParam("searchCriteria[sort_orders][" + i + "][field]", order[0])
                    .queryParam("searchCriteria[sort_orders][" + i + "][direction]", order[1]);
        }
        return request;
    }
}
