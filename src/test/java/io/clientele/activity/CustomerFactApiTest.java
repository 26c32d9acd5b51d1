package io.clientele.activity;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.ActivityFixture.balance;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.activity.ActivityFixture.reportAs;
import static io.clientele.activity.ActivityFixture.reportLines;
import static io.clientele.activity.ActivityFixture.review;
import static io.clientele.activity.ActivityFixture.wishlist;
import static io.clientele.activity.ActivityFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.clientele.customer.CustomerFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What customers wish for, write and own: wish lists, reviews and balances as shops report them. */
@QuarkusTest
class CustomerFactApiTest {

    private static final List<String> WRITE = List.of("Clientele_Activity::write");
    private static final String REQUIRED = "\"%fieldName\" is required. Enter and try again.";
    private static final String MISSING = "No such entity with %fieldName = %fieldValue";

    @Inject
    Database database;

    @Test
    void a_wish_list_is_as_it_was_at_its_last_change() {
        long id = CustomerFixture.create(CustomerFixture.customer());
        Map<String, Object> wishes = wishlist(id, "updated_at", "2026-03-02T00:00:00Z");
        report("wishlists", wishes).statusCode(200).body("created", equalTo(1));
        report("wishlists", with(wishes, "updated_at", "2026-03-01T00:00:00Z", "items", List.of()))
                .statusCode(200)
                .body("ignored", equalTo(1));
        assertThat(wishes(wishes)).containsExactly(id + "|1|sofa|1.0000");
        Map<String, Object> item = Map.of("sku", "Lamp", "qty", 2, "added_at", "2026-03-02T00:00:00Z");
        report("wishlists", with(wishes, "updated_at", "2026-03-03T00:00:00Z", "items", List.of(item, item)))
                .statusCode(200)
                .body("updated", equalTo(1));
        assertThat(wishes(wishes)).containsExactly(id + "|1|lamp|2.0000", id + "|2|lamp|2.0000");
        report("wishlists", with(wishes, "updated_at", null, "items", List.of(item)))
                .statusCode(200)
                .body("updated", equalTo(1));
        assertThat(wishes(wishes)).containsExactly(id + "|1|lamp|2.0000");
    }

    @Test
    void what_is_wrong_with_a_wish_list_is_named() {
        long id = CustomerFixture.create(CustomerFixture.customer());
        report(
                        "wishlists",
                        List.of(
                                Map.of("external_id", " "),
                                wishlist(987_654_321),
                                wishlist(id, "items", List.of(Map.of("sku", "a", "qty", "x", "added_at", "then")))))
                .statusCode(200)
                .body(
                        "failed.findAll { it.line == 1 }.parameters.fieldName",
                        contains("external_id", "customer_id", "items"))
                .body(
                        "failed.findAll { it.line == 3 }.parameters.fieldName",
                        contains("items[0].qty", "items[0].added_at"))
                .body("failed.find { it.line == 2 }.message", equalTo(MISSING))
                .body("failed.find { it.line == 2 }.parameters.fieldName", equalTo("customer_id"));
    }

    @Test
    void a_review_is_as_it_was_at_its_last_change() {
        long id = CustomerFixture.create(CustomerFixture.customer());
        Map<String, Object> review = review("status", "pending", "updated_at", "2026-03-02T00:00:00Z");
        report("reviews", review).statusCode(200).body("created", equalTo(1));
        report("reviews", with(review, "updated_at", "2026-03-01T00:00:00Z", "rating", 1))
                .statusCode(200)
                .body("ignored", equalTo(1));
        report("reviews", with(review, "updated_at", "2026-03-03T00:00:00Z", "status", "approved", "customer_id", id))
                .statusCode(200)
                .body("updated", equalTo(1));
        assertThat(reviews(review)).containsExactly(id + "|chair|Zoé|5|approved");
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        assertThat(reviews(review)).as("it outlives its customer").containsExactly("null|chair|Zoé|5|approved");
    }

    @Test
    void what_is_wrong_with_a_review_is_named() {
        report(
                        "reviews",
                        List.of(
                                Map.of("external_id", "x"),
                                review("rating", 6),
                                review("title", "t".repeat(256)),
                                review("customer_id", 987_654_321)))
                .statusCode(200)
                .body(
                        "failed.findAll { it.line == 1 }.parameters.fieldName",
                        contains("sku", "nickname", "title", "detail", "rating", "status", "created_at"))
                .body("failed.find { it.line == 2 }.parameters.fieldName", equalTo("rating"))
                .body("failed.find { it.line == 2 }.parameters.value", equalTo("6"))
                .body(
                        "failed.find { it.line == 3 }.message",
                        equalTo("\"title\" length must be equal or less than 255 characters."))
                .body("failed.find { it.line == 4 }.parameters.fieldName", equalTo("customer_id"));
    }

    @Test
    void a_balance_is_that_of_the_last_moment() {
        long id = CustomerFixture.create(CustomerFixture.customer());
        report(
                        "balances",
                        List.of(
                                balance(id, "amount", "12.3456"),
                                balance(id, "kind", "reward", "amount", 500),
                                balance(id, "amount", 99, "as_of", "2026-02-01T00:00:00Z")))
                .statusCode(200)
                .body("created", equalTo(2))
                .body("ignored", equalTo(1));
        assertThat(balances(id)).containsExactly("1|reward|500.0000", "1|store_credit|12.3456");
        reportLines(
                        "balances",
                        "{\"customer_id\":" + id + ",\"website_id\":1,\"kind\":\"reward\",\"amount\":0,"
                                + "\"as_of\":\"2026-03-05 00:00:00\"}")
                .statusCode(200)
                .body("updated", equalTo(1));
        assertThat(balances(id)).containsExactly("1|reward|0.0000", "1|store_credit|12.3456");
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        assertThat(balances(id)).isEmpty();
    }

    @Test
    void what_is_wrong_with_a_balance_is_named() {
        SiteFixture site = SiteFixture.make();
        long id = CustomerFixture.create(CustomerFixture.customer());
        report(
                        "balances",
                        List.of(
                                Map.of(),
                                balance(id, "kind", "gold", "amount", "lots"),
                                balance(id, "website_id", site.website())))
                .statusCode(200)
                .body(
                        "failed.findAll { it.line == 1 }.parameters.fieldName",
                        contains("customer_id", "website_id", "kind", "amount", "as_of"))
                .body("failed.find { it.line == 1 }.message", equalTo(REQUIRED))
                .body("failed.findAll { it.line == 2 }.parameters.fieldName", contains("kind", "amount"))
                .body("failed.find { it.line == 3 }.message", equalTo(MISSING))
                .body("failed.find { it.line == 3 }.parameters.fieldName", equalTo("customer_id"));
    }

    @Test
    void an_administrator_of_one_website_touches_facts_of_its_customers_only() {
        SiteFixture site = SiteFixture.make();
        String limited = site.administrator(WRITE);
        long own = site.create(CustomerFixture.customer());
        long other = CustomerFixture.create(CustomerFixture.customer());
        Map<String, Object> wishes = wishlist(other);
        Map<String, Object> review = review("customer_id", other);
        report("wishlists", wishes).statusCode(200);
        report("reviews", review).statusCode(200);
        reportAs(limited, "wishlists", List.of(wishlist(own), wishlist(other), with(wishes, "customer_id", own)))
                .statusCode(200)
                .body("created", equalTo(1))
                .body("failed.parameters.fieldName", contains("customer_id", "external_id"));
        reportAs(
                        limited,
                        "reviews",
                        List.of(
                                review("customer_id", own),
                                review(),
                                review("customer_id", other),
                                with(review, "customer_id", own)))
                .statusCode(200)
                .body("created", equalTo(1))
                .body("failed.parameters.fieldName", contains("customer_id", "customer_id", "external_id"))
                .body("failed[0].message", equalTo(REQUIRED))
                .body("failed[1].message", equalTo(MISSING));
        reportAs(limited, "balances", List.of(balance(own, "website_id", site.website()), balance(other)))
                .statusCode(200)
                .body("created", equalTo(1))
                .body("failed.parameters.fieldName", contains("website_id"));
    }

    private List<String> wishes(Map<String, Object> wishes) {
        return ActivityRows.of(
                database,
                SqlFragment.of(
                        "select w.customer_id, i.line, i.sku_key, i.qty from wishlist w"
                                + " join wishlist_item i on i.wishlist_id = w.id where w.external_id = ? order by i.line",
                        wishes.get("external_id")));
    }

    private List<String> reviews(Map<String, Object> review) {
        return ActivityRows.of(
                database,
                SqlFragment.of(
                        "select customer_id, sku_key, nickname, rating, status from product_review where external_id = ?",
                        review.get("external_id")));
    }

    private List<String> balances(long id) {
        return ActivityRows.of(
                database,
                SqlFragment.of("select website_id, kind, amount from balance where customer_id = ? order by kind", id));
    }
}
