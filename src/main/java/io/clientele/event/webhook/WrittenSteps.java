package io.clientele.event.webhook;

import io.clientele.event.EventMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a runner writes down of one webhook: what waits at once and whole, how far it is a few times a second, and that it still
 * holds it every second. It knows which lanes wait. For one thread.
 */
final class WrittenSteps {

    private static final Duration POSITION_EVERY = Duration.ofMillis(250);
    private static final Duration HOLD_EVERY = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration LOOK_EVERY_WITHOUT = Duration.ofSeconds(1);

    /** A call takes up to five seconds and must be over when the webhook may be another instance's. */
    private static final Duration CALL = Duration.ofSeconds(6);

    private static final Duration ANY_PAUSE = Duration.ofDays(1);

    private final DeliveryLedger ledger;
    private final long webhookId;
    private final long round;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Long> taken = new ArrayList<>();
    private final List<Retry.Failed> failed = new ArrayList<>();
    private boolean hasten;
    private Map<Long, Long> lanes = Map.of();
    private long lanesWaiting;
    private Progress written;
    private long writtenAt = System.nanoTime();
    private long sendUntil;
    private long lookedAt;

    WrittenSteps(DeliveryLedger ledger, Progress progress) {
        this.ledger = ledger;
        this.webhookId = progress.webhookId();
        this.round = progress.round();
        this.written = progress;
        this.sendUntil = System.nanoTime() + DeliveryLedger.LEASE.minus(CALL).toNanos();
        this.lookedAt = System.nanoTime() - LOOK_EVERY_WITHOUT.toNanos();
    }

    /** Finds out what waits. */
    void begin() {
        lanes = ledger.lanes(webhookId);
        lanesWaiting = lanes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many deliveries wait. */
    long waiting() {
        return lanesWaiting + waiting.size();
    }

    /** Whether messages of the lane have to wait behind others. */
    boolean isWaiting(long lane) {
        return lanes.containsKey(lane) || waiting.stream().anyMatch(each -> each.lane() == lane);
    }

    /** The first of a lane has failed, and the others of the lane wait behind it. */
    void wait(List<EventMessage> lane, String error, Instant now) {
        waiting.add(Waiting.failed(lane.getFirst(), now, error));
        lane.stream().skip(1).forEach(message -> behind(message, now));
    }

    void behind(EventMessage message, Instant now) {
        waiting.add(Waiting.behind(message, now));
    }

    void taken(Retry retry) {
        taken.add(retry.id());
        // It may have been read again while it was on its way, and would get a row anew.
        waiting.removeIf(each -> each.position() == retry.message().position());
    }

    void failed(Retry.Failed again) {
        failed.add(again);
    }

    /** The receiver is back: what waits need wait no longer. */
    void hasten() {
        hasten = true;
    }

    /** Whether a call that begins now ends while the webhook is still held. */
    boolean maySend() {
        return System.nanoTime() - sendUntil < 0;
    }

    /** What may be tried again, looked for now and then. */
    List<Retry> due(Instant now, Collection<Long> exceptLanes, int most) {
        Duration every = lanes.isEmpty() ? LOOK_EVERY_WITHOUT : LOOK_EVERY;
        if (most <= 0 || System.nanoTime() - lookedAt < every.toNanos()) {
            return List.of();
        }
        lookedAt = System.nanoTime();
        return ledger.due(webhookId, now, exceptLanes, most);
    }

    /** The one that would be tried next, whenever that is. */
    Optional<Retry> first(Instant now) {
        Optional<Retry> first = ledger.due(webhookId, now.plus(ANY_PAUSE), List.of(), 1).stream()
                .findFirst();
        if (first.isEmpty()) {
            // What waited may be gone, with its event or by an administrator.
            begin();
        }
        return first;
    }

    /**
     * Writes down what there is to be written by now.
     *
     * @return false when the webhook is no longer this runner's, and nothing was written
     */
    boolean write(ReceiverHealth health, long position) {
        DeliveryLedger.Step step = step(health, position);
        long since = System.nanoTime() - writtenAt;
        boolean moved = !step.progress().equals(written);
        if (!step.moves() && since < (moved ? POSITION_EVERY : HOLD_EVERY).toNanos()) {
            return true;
        }
        return write(step);
    }

    /** Writes down what is left and lets the webhook go. */
    void end(ReceiverHealth health, long position) {
        write(step(health, position));
        ledger.release(webhookId);
    }

    private boolean write(DeliveryLedger.Step step) {
        long began = System.nanoTime();
        if (!ledger.save(step)) {
            return false;
        }
        writtenAt = began;
        sendUntil = began + DeliveryLedger.LEASE.minus(CALL).toNanos();
        written = step.progress();
        if (step.moves()) {
            waiting.clear();
            failed.clear();
            taken.clear();
            hasten = false;
            // Those behind what was taken need not wait for the next look.
            lookedAt = began - LOOK_EVERY_WITHOUT.toNanos();
            begin();
        }
        return true;
    }

    private DeliveryLedger.Step step(ReceiverHealth health, long position) {
        return new DeliveryLedger.Step(
                health.progress(webhookId, position, round),
                List.copyOf(waiting),
                List.copyOf(taken),
                List.copyOf(failed),
                hasten);
    }
}
