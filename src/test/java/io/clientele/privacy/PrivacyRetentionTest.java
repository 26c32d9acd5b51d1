package io.clientele.privacy;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.activity.ActivityFixture.order;
import static io.clientele.activity.ActivityFixture.report;
import static io.clientele.privacy.PrivacyFixture.REQUESTS;
import static io.clientele.privacy.PrivacyFixture.ask;
import static io.clientele.privacy.PrivacyFixture.id;
import static io.clientele.privacy.PrivacyFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.customer.CustomerFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing is kept of people longer than the settings say. */
@QuarkusTest
class PrivacyRetentionTest {

    private static final String INACTIVE = "clientele/retention/inactive_account_days";
    private static final String RECORDS = "clientele/privacy/record_days";
    private static final String GUESTS = "clientele/retention/guest_audit_days";

    @Inject
    PrivacyRetention retention;

    @Inject
    PersonKeys keys;

    @Test
    void accounts_that_nobody_has_used_for_long_are_erased() {
        SiteFixture site = SiteFixture.make();
        long unused = customer(site);
        long buyer = customer(site);
        report("orders", order("customer_id", buyer, "website_id", site.website(), "placed_at", "2026-11-20T10:00:00Z"))
                .statusCode(200);
        long restricted = customer(site);
        id(ask(asAdmin(), "restrict", "customer_id", restricted, "evidence", "Letter"));
        SegmentFixture.run(
                "update customer set created_at = created_at - interval '100 days' where id in (?, ?, ?)",
                unused,
                buyer,
                restricted);
        SegmentFixture.run(
                "update sales_order set placed_at = (select max(created_at) from customer) where customer_id = ?",
                buyer);
        StoreFixture.set(INACTIVE, "101", "websites", site.website());
        retention.run();
        assertThat(erasures(unused)).isZero();
        StoreFixture.set(INACTIVE, "99", "websites", site.website());
        retention.run();
        StoreFixture.inherit(INACTIVE, "websites", site.website());
        assertThat(erasures(unused)).isEqualTo(1);
        assertThat(erasures(buyer)).isZero();
        assertThat(erasures(restricted)).isZero();
        SegmentFixture.until(
                "the account is gone",
                () -> asAdmin().get("/rest/V1/customers/" + unused).statusCode() == 404);
        asAdmin().get("/rest/V1/customers/" + buyer).then().statusCode(200);
    }

    @Test
    void the_record_of_a_request_is_kept_for_as_many_days_as_the_setting_says() {
        long old = id(ask(asAdmin(), "object", "email", CustomerFixture.email(), "evidence", "Letter"));
        long open = id(ask(asAdmin(), "object", "email", CustomerFixture.email()));
        SegmentFixture.run("update privacy_request set closed_at = closed_at - interval '10 days' where id = ?", old);
        StoreFixture.set(RECORDS, "11", "default", 0);
        retention.run();
        assertThat(read(old).getString("status")).isEqualTo("done");
        StoreFixture.set(RECORDS, "9", "default", 0);
        retention.run();
        StoreFixture.inherit(RECORDS, "default", 0);
        asAdmin().get(REQUESTS + "/" + old).then().statusCode(404);
        assertThat(read(open).getString("status")).isEqualTo("awaiting_verification");
    }

    @Test
    void who_guests_were_is_forgotten_by_the_log_and_customers_are_not() {
        Person guest = Person.email(CustomerFixture.email());
        Person customer = Person.customer(CustomerFixture.createByAdmin(CustomerFixture.customer()));
        byte[] ofGuest = keys.seal(guest, "Ada");
        byte[] ofCustomer = keys.seal(customer, "Ada");
        StoreFixture.set(GUESTS, "30", "default", 0);
        try {
            retention.run();
            assertThat(keys.open(guest, ofGuest)).contains("Ada");
            SegmentFixture.run(
                    "update person_key set created_at = created_at - interval '31 days' where person in (?, ?)",
                    guest.name(),
                    customer.name());
            retention.run();
        } finally {
            StoreFixture.inherit(GUESTS, "default", 0);
        }
        assertThat(keys.open(guest, ofGuest)).isEmpty();
        assertThat(keys.open(customer, ofCustomer)).contains("Ada");
    }

    private static long customer(SiteFixture site) {
        Map<String, Object> customer = CustomerFixture.customer();
        customer.put("website_id", site.website());
        return CustomerFixture.createByAdmin(customer);
    }

    private static long erasures(long customer) {
        return SegmentFixture.count(
                "select count(*) from privacy_request where customer_id = ? and kind = 'erase' and source = 'retention'",
                customer);
    }
}
