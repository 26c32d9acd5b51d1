package io.clientele.activity;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.ActivityFixture.order;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.activity.ActivityFixture.verify;
import static io.clientele.activity.ActivityFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.MailFixture;
import io.clientele.Race;
import io.clientele.customer.CustomerFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Whose the facts of guests are: nobody's, until somebody has shown to read the mail of their address. */
@QuarkusTest
class GuestFactApiTest {

    private static final String SHARE = "customer/account_share/scope";

    @Inject
    Database database;

    @Test
    void a_guest_s_order_is_nobody_s_until_the_address_is_verified() {
        Map<String, Object> customer = CustomerFixture.customer();
        Object email = customer.get("email");
        Map<String, Object> before = order(
                "customer_email", email.toString().toUpperCase(Locale.ROOT).replace("EXAMPLE.COM", "Example.com"));
        report("orders", before).statusCode(200);
        assertThat(owner(before)).isEqualTo("null");

        long id = CustomerFixture.create(customer);
        Map<String, Object> meanwhile = order("customer_email", email);
        report("orders", meanwhile).statusCode(200);
        assertThat(owner(before)).as("registering alone gives nothing").isEqualTo("null");
        assertThat(owner(meanwhile)).isEqualTo("null");

        verify(email);
        Map<String, Object> after = order("customer_email", email);
        report("orders", after).statusCode(200);
        assertThat(List.of(owner(before), owner(meanwhile), owner(after))).containsOnly(String.valueOf(id));
    }

    @Test
    void who_registers_with_somebody_else_s_address_gets_nothing_of_theirs() {
        String email = CustomerFixture.email();
        Map<String, Object> order = order("customer_email", email);
        report("orders", order).statusCode(200);
        CustomerFixture.create(CustomerFixture.with(CustomerFixture.customer(), "email", email));
        CustomerFixture.token(email);
        report("orders", with(order, "status", "complete")).statusCode(200);
        assertThat(owner(order)).isEqualTo("null");
    }

    @Test
    void a_claimed_order_stays_with_its_account_when_the_shop_sends_it_again() {
        Map<String, Object> customer = CustomerFixture.customer();
        Map<String, Object> order = order("customer_email", customer.get("email"));
        report("orders", order).statusCode(200);
        long id = CustomerFixture.create(customer);
        verify(customer.get("email"));
        String other = CustomerFixture.email();
        asAdmin()
                .body(CustomerFixture.body(
                        CustomerFixture.with(CustomerFixture.with(customer, "id", id), "email", other)))
                .put("/rest/V1/customers/" + id)
                .then()
                .statusCode(200);
        report("orders", with(order, "status", "complete")).statusCode(200);
        assertThat(owner(order)).isEqualTo(String.valueOf(id));
        report("orders", with(order, "customer_email", other)).statusCode(200);
        assertThat(owner(order))
                .as("the shop names another, unverified address")
                .isEqualTo("null");
    }

    @Test
    void an_account_gets_what_was_done_on_its_own_website_only() {
        SiteFixture site = SiteFixture.make();
        Map<String, Object> customer = CustomerFixture.customer();
        Map<String, Object> here = order("customer_email", customer.get("email"));
        Map<String, Object> there = with(order("customer_email", customer.get("email")), "website_id", site.website());
        report("orders", List.of(here, there)).statusCode(200);
        long id = CustomerFixture.create(customer);
        verify(customer.get("email"));
        assertThat(owner(here)).isEqualTo(String.valueOf(id));
        assertThat(owner(there)).isEqualTo("null");
    }

    @Test
    void a_shared_account_gets_what_was_done_on_all_websites() {
        SiteFixture site = SiteFixture.make();
        StoreFixture.set(SHARE, "0", "default", 0);
        try {
            Map<String, Object> customer = CustomerFixture.customer();
            Map<String, Object> there = order("customer_email", customer.get("email"), "website_id", site.website());
            report("orders", there).statusCode(200);
            long id = CustomerFixture.create(customer);
            verify(customer.get("email"));
            Map<String, Object> later = order("customer_email", customer.get("email"), "website_id", site.website());
            Map<String, Object> byId = order("customer_id", id, "website_id", site.website());
            report("orders", List.of(later, byId)).statusCode(200);
            assertThat(List.of(owner(there), owner(later), owner(byId))).containsOnly(String.valueOf(id));
        } finally {
            StoreFixture.inherit(SHARE, "default", 0);
        }
    }

    @Test
    void no_order_falls_between_a_verification_and_a_report_at_the_same_time() throws Exception {
        try (Race race = new Race(2)) {
            for (int round = 0; round < 10; round++) {
                Map<String, Object> customer = CustomerFixture.customer();
                long id = CustomerFixture.create(customer);
                Object email = customer.get("email");
                MailFixture.mail(email, "welcome");
                List<Map<String, Object>> orders = List.of(
                        order("customer_email", email), order("customer_email", email), order("customer_email", email));
                List<Callable<Boolean>> tasks = List.of(
                        () -> {
                            verify(email);
                            return true;
                        },
                        () -> {
                            report("orders", orders).statusCode(200);
                            return true;
                        });
                race.round(tasks::get);
                assertThat(orders.stream().map(this::owner)).containsOnly(String.valueOf(id));
            }
        }
    }

    @Test
    void orders_outlive_their_customer_without_the_account() {
        long id = CustomerFixture.create(CustomerFixture.customer());
        Map<String, Object> order = order("customer_id", id);
        report("orders", order).statusCode(200);
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        assertThat(owner(order)).isEqualTo("null");
        report("orders", Map.of("external_id", order.get("external_id"), "status", "complete"))
                .statusCode(200);
        assertThat(ActivityRows.of(
                        database,
                        SqlFragment.of(
                                "select status from sales_order where external_id = ?", order.get("external_id"))))
                .containsExactly("complete");
    }

    @Test
    void the_facts_of_a_deleted_website_go_with_it() {
        int website = StoreFixture.website(StoreFixture.code("gone"));
        Map<String, Object> order = order("website_id", website);
        Map<String, Object> waiting =
                Map.of("external_id", ActivityFixture.id("early"), "status", "x", "website_id", website);
        report("orders", List.of(order, waiting)).statusCode(200);
        asAdmin().delete("/rest/V1/store/websites/" + website).then().statusCode(200);
        assertThat(ActivityRows.of(
                        database,
                        SqlFragment.of(
                                "select external_id from sales_order where external_id = ? union all"
                                        + " select external_id from sales_order_correction where external_id = ?",
                                order.get("external_id"),
                                waiting.get("external_id"))))
                .isEmpty();
    }

    private String owner(Map<String, Object> order) {
        return ActivityRows.of(
                        database,
                        SqlFragment.of(
                                "select customer_id from sales_order where external_id = ?", order.get("external_id")))
                .get(0);
    }
}
