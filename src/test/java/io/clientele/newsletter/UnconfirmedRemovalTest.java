package io.clientele.newsletter;

import static io.clientele.newsletter.NewsletterFixture.subscriber;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.customer.CustomerFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Addresses that never confirmed a subscription are kept no longer than the setting of their website says. */
@QuarkusTest
class UnconfirmedRemovalTest {

    @Inject
    UnconfirmedRemoval removal;

    @Test
    void unconfirmed_subscriptions_of_guests_go_and_confirmed_ones_stay() {
        NewsletterFixture newsletter = NewsletterFixture.make();
        String confirmed = CustomerFixture.email();
        newsletter.subscribe("", confirmed);
        subscriber(confirmed);
        newsletter.confirming();
        String unconfirmed = CustomerFixture.email();
        newsletter.subscribe("", unconfirmed);
        subscriber(unconfirmed);
        StoreFixture.set(
                "clientele/retention/unconfirmed_subscription_days",
                "10",
                "websites",
                newsletter.site().website());
        try {
            QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(9)), Clock.class);
            removal.remove();
            assertThat(rows(unconfirmed)).isEqualTo(1);
            QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofDays(11)), Clock.class);
            removal.remove();
        } finally {
            QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
        }
        assertThat(rows(unconfirmed)).isZero();
        assertThat(rows(confirmed)).isEqualTo(1);
    }

    private static long rows(String email) {
        return SegmentFixture.count("select count(*) from newsletter_subscriber where email = ?", email);
    }
}
