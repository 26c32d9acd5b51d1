package io.clientele.activity;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.ActivityFixture.cart;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.activity.ActivityFixture.reportAs;
import static io.clientele.activity.ActivityFixture.view;
import static io.clientele.activity.ActivityFixture.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.Race;
import io.clientele.customer.CustomerFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What visitors look at and put into carts, and that it follows them into the customer. */
@QuarkusTest
class VisitorFactApiTest {

    private static final String HEADER = "X-Clientele-Visitor";

    @Inject
    Database database;

    /** A visitor with its token, on the website a fresh database has. */
    private record Visitor(long id, String token) {

        static Visitor make() {
            var made = given().post("/rest/V1/visitors")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            return new Visitor(made.getLong("visitor_id"), made.getString("token"));
        }

        void signIn(Map<String, Object> customer) {
            given().contentType(ContentType.JSON)
                    .header(HEADER, token)
                    .body(Map.of("username", customer.get("email"), "password", CustomerFixture.PASSWORD))
                    .post("/rest/V1/integration/customer/token")
                    .then()
                    .statusCode(200);
        }

        long register(Map<String, Object> customer) {
            return given().contentType(ContentType.JSON)
                    .header(HEADER, token)
                    .body(Map.of("customer", customer, "password", CustomerFixture.PASSWORD))
                    .post("/rest/V1/customers")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getLong("id");
        }
    }

    @Test
    void views_are_kept_once_and_on_a_website() {
        Visitor visitor = Visitor.make();
        SiteFixture site = SiteFixture.make();
        Map<String, Object> view = view("visitor_id", visitor.id());
        report(
                        "views",
                        List.of(
                                view,
                                with(view, "sku", "CHAIR"),
                                with(view, "sku", "lamp", "website_id", site.website())))
                .statusCode(200)
                .body("created", equalTo(2))
                .body("ignored", equalTo(1));
        report("views", view).statusCode(200).body("created", equalTo(0)).body("ignored", equalTo(1));
        assertThat(views("visitor_id", visitor.id())).containsExactly("1|chair", site.website() + "|lamp");

        long customer = site.create(CustomerFixture.customer());
        report("views", view("customer_id", customer)).statusCode(200).body("created", equalTo(1));
        assertThat(views("customer_id", customer)).containsExactly(site.website() + "|chair");
    }

    @Test
    void signing_in_takes_carts_and_views_along_and_merges_what_was_seen_twice() {
        Map<String, Object> customer = CustomerFixture.customer();
        long id = CustomerFixture.create(customer);
        Visitor visitor = Visitor.make();
        Map<String, Object> cart = cart("visitor_id", visitor.id());
        report("carts", cart).statusCode(200).body("created", equalTo(1));
        report(
                        "views",
                        List.of(
                                view("visitor_id", visitor.id()),
                                view("visitor_id", visitor.id(), "sku", "lamp"),
                                view("customer_id", id)))
                .statusCode(200)
                .body("created", equalTo(3));
        assertThat(owner(cart)).isEqualTo("null|" + visitor.id());

        visitor.signIn(customer);
        assertThat(owner(cart)).isEqualTo(id + "|null");
        assertThat(views("customer_id", id)).containsExactly("1|chair", "1|lamp");
        assertThat(views("visitor_id", visitor.id())).isEmpty();
    }

    @Test
    void registering_takes_them_along_too() {
        Visitor visitor = Visitor.make();
        Map<String, Object> cart = cart("visitor_id", visitor.id());
        report("carts", cart).statusCode(200);
        report("views", view("visitor_id", visitor.id())).statusCode(200);
        long id = visitor.register(CustomerFixture.customer());
        assertThat(owner(cart)).isEqualTo(id + "|null");
        assertThat(views("customer_id", id)).containsExactly("1|chair");
    }

    @Test
    void what_comes_for_a_visitor_after_the_sign_in_goes_to_the_customer() {
        Map<String, Object> customer = CustomerFixture.customer();
        long id = CustomerFixture.create(customer);
        Visitor visitor = Visitor.make();
        Map<String, Object> cart = cart("visitor_id", visitor.id());
        report("carts", cart).statusCode(200);
        visitor.signIn(customer);
        Map<String, Object> late = cart("visitor_id", visitor.id());
        report("carts", List.of(late, with(cart, "updated_at", "2026-03-02T00:00:00Z", "customer_id", id)))
                .statusCode(200)
                .body("created", equalTo(1))
                .body("updated", equalTo(1));
        report("views", view("visitor_id", visitor.id())).statusCode(200).body("created", equalTo(1));
        assertThat(owner(late)).isEqualTo(id + "|null");
        assertThat(owner(cart)).isEqualTo(id + "|null");
        assertThat(views("customer_id", id)).containsExactly("1|chair");

        long other = CustomerFixture.create(CustomerFixture.customer());
        report("carts", cart("visitor_id", visitor.id(), "customer_id", other))
                .statusCode(200)
                .body("failed[0].message", equalTo("Invalid value of \"%value\" provided for the %fieldName field."))
                .body("failed[0].parameters.fieldName", equalTo("visitor_id"));
    }

    @Test
    void where_the_account_does_not_count_things_stay_the_visitor_s() {
        SiteFixture site = SiteFixture.make();
        Map<String, Object> customer = CustomerFixture.customer();
        long id = CustomerFixture.create(customer);
        Visitor visitor = Visitor.make();
        Map<String, Object> there = cart("visitor_id", visitor.id(), "website_id", site.website());
        report("carts", there).statusCode(200);
        visitor.signIn(customer);
        Map<String, Object> late = cart("visitor_id", visitor.id(), "website_id", site.website());
        report("carts", late).statusCode(200);
        assertThat(owner(there)).isEqualTo("null|" + visitor.id());
        assertThat(owner(late)).isEqualTo("null|" + visitor.id());
        assertThat(views("customer_id", id)).isEmpty();
    }

    @Test
    void no_cart_falls_between_a_sign_in_and_a_report_at_the_same_time() throws Exception {
        try (Race race = new Race(2)) {
            for (int round = 0; round < 10; round++) {
                Map<String, Object> customer = CustomerFixture.customer();
                long id = CustomerFixture.create(customer);
                Visitor visitor = Visitor.make();
                List<Map<String, Object>> carts =
                        List.of(cart("visitor_id", visitor.id()), cart("visitor_id", visitor.id()));
                List<Callable<Boolean>> tasks = List.of(
                        () -> {
                            visitor.signIn(customer);
                            return true;
                        },
                        () -> {
                            report("carts", carts).statusCode(200);
                            report("views", view("visitor_id", visitor.id())).statusCode(200);
                            return true;
                        });
                race.round(tasks::get);
                assertThat(carts.stream().map(this::owner)).containsOnly(id + "|null");
                assertThat(views("customer_id", id)).containsExactly("1|chair");
            }
        }
    }

    @Test
    void what_is_wrong_with_a_view_is_named() {
        SiteFixture site = SiteFixture.make();
        Visitor visitor = Visitor.make();
        report(
                        "views",
                        List.of(
                                Map.of("sku", " "),
                                view("visitor_id", 987_654_321),
                                view("customer_id", 987_654_321),
                                view("visitor_id", visitor.id(), "viewed_at", "now", "website_id", 987_654)))
                .statusCode(200)
                .body(
                        "failed.findAll { it.line == 1 }.parameters.fieldName",
                        contains("visitor_id", "sku", "viewed_at"))
                .body("failed.findAll { it.line == 4 }.parameters.fieldName", contains("website_id", "viewed_at"))
                .body("failed.find { it.line == 2 }.parameters.fieldName", equalTo("visitor_id"))
                .body("failed.find { it.line == 3 }.parameters.fieldName", equalTo("customer_id"));
        String limited = site.administrator(List.of("Clientele_Activity::write"));
        reportAs(limited, "views", List.of(view("visitor_id", visitor.id())))
                .statusCode(200)
                .body("failed[0].message", equalTo("No such entity with %fieldName = %fieldValue"))
                .body("failed[0].parameters.fieldName", equalTo("visitor_id"));
    }

    @Test
    void views_go_with_their_customer() {
        long id = CustomerFixture.create(CustomerFixture.customer());
        report("views", view("customer_id", id)).statusCode(200).body("created", equalTo(1));
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        assertThat(views("customer_id", id)).isEmpty();
    }

    @Test
    void views_go_with_their_website() {
        int website = StoreFixture.website(StoreFixture.code("views"));
        Visitor visitor = Visitor.make();
        report("views", view("visitor_id", visitor.id(), "website_id", website))
                .statusCode(200)
                .body("created", equalTo(1));
        asAdmin().delete("/rest/V1/store/websites/" + website).then().statusCode(200);
        assertThat(views("visitor_id", visitor.id())).isEmpty();
    }

    private String owner(Map<String, Object> cart) {
        return ActivityRows.of(
                        database,
                        SqlFragment.of(
                                "select customer_id, visitor_id from cart where external_id = ?",
                                cart.get("external_id")))
                .get(0);
    }

    private List<String> views(String whose, long id) {
        return ActivityRows.of(
                database,
                SqlFragment.of(
                        "select website_id, sku_key from product_view where " + whose + " = ? order by sku_key", id));
    }
}
