package io.clientele.event.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When Kafka is sent to, and when it is asked. */
class BrokerHealthTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private final BrokerHealth health = new BrokerHealth();

    @Test
    void at_first_it_is_asked_at_once_with_one_event() {
        assertThat(health.isUp()).isFalse();
        assertThat(health.isFailing()).isFalse();
        assertThat(health.mayAsk(NOW)).isTrue();
        assertThat(health.taken()).isFalse();
        assertThat(health.isUp()).isTrue();
    }

    @Test
    void all_that_fail_together_are_one_failure() {
        health.taken();
        assertThat(health.failed(NOW, false)).isTrue();
        assertThat(health.failed(NOW, false)).isFalse();
        assertThat(health.failed(NOW.plusMillis(900), false)).isFalse();
        assertThat(health.isFailing()).isTrue();
        assertThat(health.mayAsk(NOW.plusMillis(999))).isFalse();
        assertThat(health.mayAsk(NOW.plusSeconds(1))).isTrue();
    }

    @Test
    void pauses_double_up_to_half_a_minute() {
        health.taken();
        health.failed(NOW, false);
        health.failed(NOW, true);
        assertThat(health.mayAsk(NOW.plusSeconds(1))).isFalse();
        assertThat(health.mayAsk(NOW.plusSeconds(2))).isTrue();
        for (int i = 0; i < 10; i++) {
            health.failed(NOW, true);
        }
        assertThat(health.mayAsk(NOW.plusSeconds(29))).isFalse();
        assertThat(health.mayAsk(NOW.plusSeconds(30))).isTrue();
    }

    @Test
    void whatever_is_taken_says_that_it_is_back() {
        health.failed(NOW, true);
        health.failed(NOW, true);
        assertThat(health.taken()).isTrue();
        assertThat(health.isUp()).isTrue();
        assertThat(health.isFailing()).isFalse();
        health.failed(NOW, false);
        assertThat(health.mayAsk(NOW.plusSeconds(1))).isTrue();
    }
}
