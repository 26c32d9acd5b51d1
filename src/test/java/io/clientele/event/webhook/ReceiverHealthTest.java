package io.clientele.event.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whether it is the receiver that fails, or a message. */
class ReceiverHealthTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private final ReceiverHealth health = new ReceiverHealth(new Progress(1, 0, 0, 0, null, null, null));

    @Test
    void one_lane_that_fails_again_and_again_says_nothing_of_the_receiver() {
        for (int i = 0; i < 50; i++) {
            health.failed(7, "no", NOON, false);
        }
        assertThat(health.isDown()).isFalse();
    }

    @Test
    void five_lanes_in_a_row_are_a_receiver_that_is_not_there_and_a_success_between_them_is_not() {
        fail(4);
        assertThat(health.taken()).isFalse();
        fail(4);
        assertThat(health.isDown()).isFalse();
        health.failed(5, "no", NOON, false);
        assertThat(health.isDown()).isTrue();
        assertThat(health.mayAsk(NOON)).isFalse();
        assertThat(health.mayAsk(NOON.plusSeconds(1))).isTrue();
    }

    @Test
    void pauses_grow_with_each_time_it_is_asked_up_to_five_minutes_and_not_with_what_was_on_its_way() {
        fail(5);
        fail(30);
        assertThat(pausedFor()).isEqualTo(Duration.ofSeconds(1));
        health.failed(1, "no", NOON, true);
        assertThat(pausedFor()).isEqualTo(Duration.ofSeconds(2));
        for (int i = 0; i < 20; i++) {
            health.failed(1, "no", NOON, true);
        }
        assertThat(pausedFor()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void one_message_that_is_taken_says_that_it_is_back() {
        fail(5);
        assertThat(health.taken()).isTrue();
        assertThat(health.isDown()).isFalse();
        assertThat(health.progress(1, 9, 2)).isEqualTo(new Progress(1, 9, 2, 0, null, null, null));
    }

    @Test
    void another_instance_goes_on_with_the_pause() {
        fail(5);
        ReceiverHealth next = new ReceiverHealth(health.progress(1, 0, 0));
        assertThat(next.isDown()).isTrue();
        assertThat(next.mayAsk(NOON)).isFalse();
        next.failed(1, "still", NOON, true);
        assertThat(next.progress(1, 0, 0).pauses()).isEqualTo(2);
        assertThat(next.progress(1, 0, 0).failingSince()).isEqualTo(NOON);
        assertThat(next.progress(1, 0, 0).error()).isEqualTo("still");
    }

    private Duration pausedFor() {
        Instant until = health.progress(1, 0, 0).pausedUntil();
        return until == null ? Duration.ZERO : Duration.between(NOON, until);
    }

    private void fail(int lanes) {
        for (int lane = 1; lane <= lanes; lane++) {
            health.failed(lane, "no", NOON, false);
        }
    }
}
