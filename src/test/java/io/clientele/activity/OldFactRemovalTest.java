package io.clientele.activity;

import static io.clientele.activity.ActivityFixture.cart;
import static io.clientele.activity.ActivityFixture.order;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.activity.ActivityFixture.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.customer.CustomerFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Facts are kept no longer than the settings of their website say. */
@QuarkusTest
class OldFactRemovalTest {

    private static final String RETENTION = "clientele/retention/";

    @Inject
    OldFactRemoval removal;

    @Test
    void carts_and_views_go_and_orders_of_guests_lose_their_names_after_as_many_days_as_the_website_says() {
        SiteFixture site = SiteFixture.make();
        Map<String, Object> customer = CustomerFixture.customer();
        customer.put("website_id", site.website());
        long id = CustomerFixture.createByAdmin(customer);
        String now = Clock.systemUTC().instant().toString();
        report("carts", cart("customer_id", id, "website_id", site.website(), "updated_at", now))
                .statusCode(200);
        report("views", view("customer_id", id, "viewed_at", now)).statusCode(200);
        report(
                        "orders",
                        List.of(
                                order("customer_id", id, "website_id", site.website(), "placed_at", now),
                                order(
                                        "customer_email",
                                        CustomerFixture.email(),
                                        "website_id",
                                        site.website(),
                                        "placed_at",
                                        now)))
                .statusCode(200);
        for (String what : List.of("cart", "product_view", "guest_order")) {
            StoreFixture.set(RETENTION + what + "_days", "30", "websites", site.website());
        }
        runIn(Duration.ofDays(29));
        assertThat(left(site)).containsExactly(1L, 1L, 1L, 2L);
        runIn(Duration.ofDays(31));
        assertThat(left(site)).containsExactly(0L, 0L, 0L, 2L);
        assertThat(SegmentFixture.texts(
                        "select (pseudonym is not null)::text || coalesce(email, '') from sales_order where website_id = ?"
                                + " order by customer_id nulls last",
                        site.website()))
                .containsExactly("false", "true");
    }

    @Test
    void nothing_goes_where_the_settings_say_nothing() {
        SiteFixture site = SiteFixture.make();
        report("carts", cart("website_id", site.website())).statusCode(200);
        runIn(Duration.ofDays(10_000));
        assertThat(SegmentFixture.count("select count(*) from cart where website_id = ?", site.website()))
                .isEqualTo(1);
    }

    private void runIn(Duration time) {
        Instant then = Clock.systemUTC().instant().plus(time);
        try {
            QuarkusMock.installMockForType(Clock.fixed(then, ZoneOffset.UTC), Clock.class);
            removal.remove();
        } finally {
            QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
        }
    }

    /** Carts, views, orders with an address of a guest, and all orders. */
    private static List<Long> left(SiteFixture site) {
        return List.of(
                SegmentFixture.count("select count(*) from cart where website_id = ?", site.website()),
                SegmentFixture.count("select count(*) from product_view where website_id = ?", site.website()),
                SegmentFixture.count(
                        "select count(*) from sales_order where website_id = ? and email is not null", site.website()),
                SegmentFixture.count("select count(*) from sales_order where website_id = ?", site.website()));
    }
}
