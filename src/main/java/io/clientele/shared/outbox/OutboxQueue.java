package io.clientele.shared.outbox;

import io.clientele.shared.Pauses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who has which message. A message that is taken is due again when its lease ends, so that one whose instance was
 * killed is taken by another; no connection is held while it is handled.
 */
@ApplicationScoped
class OutboxQueue {

    /** How long the work of a message may take. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** How long after it was taken a message's work begins at the latest. */
    static final Duration TOGETHER = Duration.ofSeconds(1);

    /** How long a taken message is left alone. */
    private static final Duration HELD = LEASE.plus(TOGETHER);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int LONGEST_ERROR = 500;

    private final OutboxRepository messages;
    private final Clock clock;

    @Inject
    OutboxQueue(OutboxRepository messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Forgets the messages that were handled and takes the next, in their order. */
    @Transactional
    public List<OutboxMessage> next(String topic, int most, List<OutboxMessage> handled) {
        if (!handled.isEmpty()) {
            messages.remove(handled);
        }
        Instant now = clock.instant();
        return messages.take(topic, now, now.plus(HELD), most);
    }

    /** Forgets the messages that were handled. */
    @Transactional
    public void forget(List<OutboxMessage> handled) {
        messages.remove(handled);
    }

    /** Lets go of messages that were taken together with another one and not begun. */
    @Transactional
    public void giveBack(List<OutboxMessage> taken) {
        messages.giveBack(taken);
    }

    /** Lets the message wait for its next try. */
    @Transactional
    public void delay(OutboxMessage message, RuntimeException failure) {
        messages.delay(message, clock.instant().plus(pause(message.tries())), error(failure));
    }

    /** Puts the message aside for good: its error stays with it, and those behind it go on. */
    @Transactional
    public void park(OutboxMessage message, RuntimeException failure) {
        messages.park(message, clock.instant(), error(failure));
    }

    /** One second after the first try, doubled each time, an hour at most. */
    static Duration pause(int tries) {
        return Pauses.doubled(tries, LONGEST_PAUSE);
    }

    /** What went wrong, without e-mail addresses: the row outlives the person's data. */
    static String error(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            text.append(text.isEmpty() ? "" : "; ").append(each.getClass().getSimpleName());
            if (each.getMessage() != null) {
                text.append(": ").append(each.getMessage().replaceAll("\\S+@\\S+", "…"));
            }
        }
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR)).replace('\0', ' ');
    }
}
