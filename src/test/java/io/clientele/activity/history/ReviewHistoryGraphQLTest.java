package io.clientele.activity.history;

import static io.clientele.activity.history.HistoryFixture.externalId;
import static io.clientele.activity.history.HistoryFixture.reviewed;
import static io.clientele.activity.history.HistoryFixture.wished;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.GraphQLFixture.graphql;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.pricing.quote.PriceFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewHistoryGraphQLTest {

    @Inject
    Tokens tokens;

    private ValidatableResponse ask(long customerId, String fields) {
        return graphql(tokens.issue(Subject.customer(customerId), 1), "{ customer { " + fields + " } }")
                .statusCode(200);
    }

    @Test
    void reviews_come_in_pages_the_latest_first_with_their_products() {
        long id = createByAdmin(customer());
        PriceFixture lamp = PriceFixture.priced("12");
        String gone = externalId();
        reviewed(id, lamp.sku(), 4, "2026-01-01T00:00:00Z");
        reviewed(id, gone, 1, "2026-01-02T08:00:00Z");
        String fields = "{ items { average_rating created_at nickname summary text ratings_breakdown { name value }"
                + " product { sku name price_range { minimum_price { final_price { value } } } } }"
                + " page_info { current_page page_size total_pages } }";
        ask(id, "reviews " + fields)
                .body("errors", nullValue())
                .rootPath("data.customer.reviews")
                .body("items", hasSize(2))
                .body("items[0].average_rating", is(20))
                .body("items[0].ratings_breakdown.value", contains("1"))
                .body("items[0].created_at", is("2026-01-02 08:00:00"))
                .body("items[0].nickname", is("Ada"))
                .body("items[0].summary", is("Bright enough"))
                .body("items[0].text", is("It lights the desk."))
                .body("items[0].product.sku", is(gone))
                .body("items[1].average_rating", is(80))
                .body("items[1].product.name", is("Lamp"))
                .body("items[1].product.price_range.minimum_price.final_price.value", is(12))
                .body("page_info.page_size", is(20))
                .body("page_info.total_pages", is(1));
        ask(id, "reviews(pageSize: 1, currentPage: 2) " + fields)
                .body("data.customer.reviews.items.product.sku", contains(lamp.sku()))
                .body("data.customer.reviews.page_info.current_page", is(2))
                .body("data.customer.reviews.page_info.total_pages", is(2));
    }

    @Test
    void pages_of_reviews_that_cannot_be_are_refused() {
        long id = createByAdmin(customer());
        ask(id, "reviews(pageSize: 0) { page_info { page_size } }")
                .body("errors[0].message", is("pageSize value must be greater than 0."));
        ask(id, "reviews(currentPage: 0) { page_info { page_size } }")
                .body("errors[0].message", is("currentPage value must be greater than 0."));
    }

    @Test
    void nobody_sees_the_reviews_and_wish_lists_of_another() {
        long other = createByAdmin(customer());
        reviewed(other, "LAMP-9", 4, "2026-01-01T00:00:00Z");
        String list = wished(other, "LAMP-9");
        long id = createByAdmin(customer());
        ask(
                        id,
                        "reviews { items { text } page_info { total_pages } } wishlists { id }"
                                + " wishlist { id items_count items { qty } items_v2 { items { id } } visibility }"
                                + " wishlist_v2(id: \"" + list + "\") { id }")
                .body("errors", nullValue())
                .rootPath("data.customer")
                .body("reviews.items", empty())
                .body("reviews.page_info.total_pages", is(0))
                .body("wishlists", empty())
                .body("wishlist.id", nullValue())
                .body("wishlist.items_count", is(0))
                .body("wishlist.items", empty())
                .body("wishlist.items_v2.items", empty())
                .body("wishlist.visibility", is("PRIVATE"))
                .body("wishlist_v2", nullValue());
    }

    @Test
    void wish_lists_show_what_is_on_them() {
        long id = createByAdmin(customer());
        PriceFixture lamp = PriceFixture.priced("12");
        wished(id, lamp.sku(), "gone " + externalId().substring(0, 12));
        wished(id);
        String uid = ask(
                        id,
                        "wishlist { items { qty added_at product { sku } } } wishlists { id items_count updated_at"
                                + " items_v2(pageSize: 1) { items { __typename quantity added_at product { sku name } }"
                                + " page_info { total_pages page_size } } }")
                .body("errors", nullValue())
                .rootPath("data.customer")
                .body("wishlist.items", hasSize(2))
                .body("wishlist.items[0].qty", is(1))
                .body("wishlist.items[0].added_at", is("2026-02-01 00:00:00"))
                .body("wishlist.items[0].product.sku", is(lamp.sku()))
                .body("wishlist.items[1].product", nullValue())
                .body("wishlists.items_count", contains(2, 0))
                .body("wishlists[0].items_v2.items", hasSize(1))
                .body("wishlists[0].items_v2.items[0].__typename", is("SimpleWishlistItem"))
                .body("wishlists[0].items_v2.items[0].product.name", is("Lamp"))
                .body("wishlists[0].items_v2.page_info.total_pages", is(2))
                .extract()
                .path("data.customer.wishlists[1].id");
        ask(id, "wishlist_v2(id: \"" + uid + "\") { id items_count } wishlists(pageSize: 1, currentPage: 2) { id }")
                .body("errors", nullValue())
                .body("data.customer.wishlist_v2.id", is(uid))
                .body("data.customer.wishlist_v2.items_count", is(0))
                .body("data.customer.wishlists.id", contains(uid));
    }
}
