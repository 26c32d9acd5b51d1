package io.clientele.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What may be sent, and up to where everything is settled. */
class DeliveryWindowTest {

    private final DeliveryWindow window = new DeliveryWindow(10);

    @Test
    void one_message_of_a_lane_is_on_its_way_and_lanes_do_not_wait_for_one_another() {
        EventMessage first = add(11, 1);
        EventMessage second = add(12, 1);
        EventMessage other = add(13, 2);
        assertThat(window.next()).isSameAs(first);
        assertThat(window.next()).isSameAs(other);
        assertThat(window.next()).isNull();
        window.taken(first);
        assertThat(window.next()).isSameAs(second);
        assertThat(window.next()).isNull();
    }

    @Test
    void what_is_settled_ends_before_the_first_that_is_not() {
        EventMessage first = add(11, 1);
        EventMessage second = add(15, 2);
        window.readUpTo(20);
        assertThat(window.settled()).isEqualTo(10);
        window.next();
        window.next();
        window.taken(second);
        assertThat(window.settled()).isEqualTo(10);
        window.taken(first);
        assertThat(window.settled()).isEqualTo(20);
        assertThat(window.size()).isZero();
    }

    @Test
    void a_lane_that_fails_leaves_with_all_of_its_messages_in_their_order() {
        EventMessage first = add(11, 1);
        EventMessage other = add(12, 2);
        EventMessage second = add(13, 1);
        window.readUpTo(13);
        assertThat(window.next()).isSameAs(first);
        assertThat(window.failed(first)).containsExactly(first, second);
        assertThat(window.settled()).isEqualTo(11);
        assertThat(window.next()).isSameAs(other);
        window.taken(other);
        assertThat(window.settled()).isEqualTo(13);
    }

    @Test
    void what_is_put_back_comes_next_and_before_those_behind_it() {
        EventMessage first = add(11, 1);
        add(12, 1);
        EventMessage other = add(13, 2);
        assertThat(window.next()).isSameAs(first);
        window.putBack(first);
        assertThat(window.next()).isSameAs(first);
        assertThat(window.next()).isSameAs(other);
        assertThat(window.next()).isNull();
    }

    @Test
    void what_was_taken_beyond_what_is_settled_stays_known_when_the_rest_is_read_again() {
        EventMessage first = add(11, 1);
        EventMessage other = add(12, 2);
        add(13, 2);
        window.readUpTo(15);
        window.next();
        window.next();
        window.putBack(first);
        window.taken(other);
        window.wasTakenElsewhere(14);
        DeliveryWindow again = window.afresh();
        assertThat(again.read()).isEqualTo(10);
        assertThat(again.size()).isZero();
        assertThat(LongStream.rangeClosed(11, 15).filter(again::wasTaken)).containsExactly(12L, 14L);
        again.readUpTo(13);
        assertThat(again.wasTaken(12)).as("behind what is settled nobody asks").isFalse();
        assertThat(again.wasTaken(14)).isTrue();
    }

    private EventMessage add(long position, long lane) {
        EventMessage message = new EventMessage(position, lane, Long.toString(position), Instant.EPOCH, new byte[0]);
        window.add(message);
        return message;
    }
}
