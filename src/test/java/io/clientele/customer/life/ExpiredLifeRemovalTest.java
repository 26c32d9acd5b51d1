package io.clientele.customer.life;

import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What has expired is removed, and the rest stays. */
@QuarkusTest
class ExpiredLifeRemovalTest {

    @Inject
    ExpiredLifeRemoval removal;

    @Inject
    AccountTokenRepository tokens;

    @Inject
    ResetRequestRepository requests;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Test
    void tokens_go_a_day_after_their_time_and_requests_after_an_hour() {
        Instant now = clock.instant();
        long id = createByAdmin(customer());
        QuarkusTransaction.requiringNew().run(() -> {
            token(id, 1, now.minus(Duration.ofHours(25)));
            token(id, 2, now.minus(Duration.ofHours(23)));
            requests.add(new byte[] {1}, now.minus(Duration.ofMinutes(61)));
            requests.add(new byte[] {1}, now.minus(Duration.ofMinutes(59)));
        });
        removal.remove();
        assertThat(tokens.find(new byte[] {1}, TokenPurpose.VERIFY)).isEmpty();
        assertThat(tokens.find(new byte[] {2}, TokenPurpose.VERIFY)).isPresent();
        assertThat(database.list(
                        SqlFragment.of("select 1 from reset_request where requester = ?", new byte[] {1}), row -> 1))
                .hasSize(1);
    }

    private void token(long id, int hash, Instant expiresAt) {
        tokens.add(new byte[] {(byte) hash}, id, TokenPurpose.VERIFY, "a@example.com", expiresAt, expiresAt);
    }
}
