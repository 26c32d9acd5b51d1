package io.clientele.sample;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SampleShopApiTest {

    private static final int SIZE = 40;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    @Inject
    SampleShop shop;

    @Inject
    Database database;

    @Test
    void the_shop_has_two_websites_several_groups_and_addresses_in_several_countries() {
        shop.fill(SIZE);

        JsonPath people = people();

        assertThat(people.getInt("total_count")).isEqualTo(SIZE);
        assertThat(new HashSet<>(people.getList("items.website_id", Integer.class)))
                .hasSize(2);
        assertThat(new HashSet<>(people.getList("items.group_id", Integer.class)))
                .containsExactlyInAnyOrder(1, 2, 3);
        Set<String> countries = new HashSet<>();
        people.<List<String>>getList("items.addresses.country_id").forEach(countries::addAll);
        assertThat(countries).hasSizeGreaterThan(5);
        assertThat(people.<List<Boolean>>getList("items.addresses.default_billing"))
                .filteredOn(book -> !book.isEmpty())
                .allSatisfy(book -> assertThat(book.get(0)).isTrue());
    }

    @Test
    void filling_it_again_adds_what_is_missing_and_leaves_the_rest_as_it_is() {
        shop.fill(SIZE);
        List<Integer> ids = people().getList("items.id");
        int changed = ids.get(SIZE - 1);
        asAdmin()
                .body(Map.of("customer", Map.of("firstname", "Changed")))
                .put("/rest/V1/customers/" + changed)
                .then()
                .statusCode(200);
        asAdmin().delete("/rest/V1/customers/" + ids.get(SIZE - 2)).then().statusCode(200);

        assertThat(shop.fill(SIZE)).isEqualTo(1);

        assertThat(people().getInt("total_count")).isEqualTo(SIZE);
        asAdmin().get("/rest/V1/customers/" + changed).then().statusCode(200).body("firstname", is("Changed"));
        assertThat(shop.fill(SIZE)).isZero();
    }

    @Test
    void the_accounts_of_the_examples_can_sign_in_each_in_its_website() {
        shop.fill(SIZE);
        String token = signIn("/rest/V1", "ada@example.com");
        as(token)
                .get("/rest/V1/customers/me")
                .then()
                .statusCode(200)
                .body("firstname", is("Ada"))
                .body("addresses.size()", is(2))
                .body("addresses[0].region.region_code", is("TX"));
        as(signIn("/rest/europe/V1", "konrad@example.com"))
                .get("/rest/europe/V1/customers/me")
                .then()
                .statusCode(200)
                .body("lastname", is("Zuse"));
    }

    @Test
    void the_products_of_the_examples_have_their_prices() {
        shop.fill(SIZE);
        String quote = "{\"quote\": {\"website_id\": 1, \"lines\": [{\"sku\": \"LAMP-1\", \"qty\": 12}]}}";
        as(signIn("/rest/V1", "ada@example.com"))
                .body(quote)
                .post("/rest/V1/prices/quote")
                .then()
                .statusCode(200)
                .body("lines[0].unit_price", is(44.9f))
                .body("lines[0].row_total", is(538.8f));
        as(signIn("/rest/V1", "grace@example.com"))
                .body(quote)
                .post("/rest/V1/prices/quote")
                .then()
                .statusCode(200)
                .body("lines[0].unit_price", is(36.5f));
    }

    @Test
    void its_people_ordered_shopped_and_wrote_each_in_their_way() {
        shop.fill(SIZE);
        List<Integer> ids = people().getList("items.id");
        Set<Integer> counts = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        for (int id : ids) {
            JsonPath activity = activity(id);
            counts.add(activity.getList("orders").size());
            for (String kind : List.of("carts", "wishlists", "reviews", "views")) {
                if (!activity.getList(kind).isEmpty()) {
                    kinds.add(kind);
                }
            }
        }
        assertThat(counts).contains(0, 1, 2, 10);
        assertThat(kinds).containsExactlyInAnyOrder("carts", "wishlists", "reviews", "views");
        assertThat(guests("sample-guest-order-%")).isEqualTo(SIZE / 8);
    }

    @Test
    void its_people_are_in_ten_segments() {
        shop.fill(SIZE);
        shop.fill(SIZE);
        assertThat(size("Loyal customers")).isPositive();
        assertThat(size("Registered and never bought")).isPositive();
        assertThat(List.of(
                        "VIPs",
                        "Lapsed customers",
                        "First-time buyers",
                        "Full carts",
                        "A desk and no chair",
                        "Sent something back",
                        "Birthday this week",
                        "Texans"))
                .allSatisfy(name ->
                        assertThat(segment(name).getInt("total_count")).as(name).isEqualTo(1));
    }

    /** How many people are in the segment of the name, once somebody is. */
    private static int size(String name) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        int size = 0;
        while (size == 0 && System.nanoTime() - end < 0) {
            size = asAdmin()
                    .get("/rest/V1/customerSegments/" + segment(name).getLong("items[0].id"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getInt("number_of_customers");
        }
        return size;
    }

    private static JsonPath segment(String name) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "name")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", name)
                .get("/rest/V1/customerSegments/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void filling_it_again_reports_nothing_twice() {
        shop.fill(SIZE);
        List<String> before = history();
        shop.fill(SIZE);
        assertThat(history()).isEqualTo(before);
    }

    private static JsonPath activity(int customerId) {
        return asAdmin()
                .get("/rest/V1/customers/" + customerId + "/activity")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** How many orders of nobody have such ids. */
    private int guests(String ids) {
        return database.first(
                        SqlFragment.of(
                                "select count(*) from sales_order where external_id like ? and customer_id is null",
                                ids),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    /** All that was reported of the shop, with the moments at which it was. */
    private List<String> history() {
        return database.list(
                SqlFragment.of("select external_id || received_at from sales_order where external_id like 'sample-%'"
                        + " union all select external_id || changed_at from cart where external_id like 'sample-%'"
                        + " union all select external_id || changed_at from wishlist where external_id like 'sample-%'"
                        + " union all select external_id || changed_at from product_review where external_id like 'sample-%'"
                        + " union all select v.id::text from product_view v join customer c on c.id = v.customer_id"
                        + " where c.external_id like 'sample-%' order by 1"),
                row -> row.getString(1));
    }

    private static String signIn(String root, String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", email, "password", "Sample-Passw0rd"))
                .post(root + "/integration/customer/token")
                .then()
                .statusCode(200)
                .extract()
                .as(String.class);
    }

    /** The people of the shop by their ids, those of both websites. */
    private static JsonPath people() {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "external_id")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", "sample-%")
                .queryParam("searchCriteria[filter_groups][0][filters][0][condition_type]", "like")
                .queryParam("searchCriteria[sort_orders][0][field]", "id")
                .queryParam("searchCriteria[sort_orders][0][direction]", "ASC")
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
