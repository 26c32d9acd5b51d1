package io.clientele.event.webhook;

import io.clientele.event.Event;
import io.clientele.event.EventMessages;
import io.clientele.event.EventReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What has been delivered and what has not, as it survives a kill. One instance at a time writes of a webhook; it holds it for
 * some seconds, so that another one goes on when it is gone.
 */
@ApplicationScoped
class DeliveryLedger {

    /** How long a webhook is held at a time. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private final ProgressRepository progress;
    private final DeliveryRepository deliveries;
    private final DeadLetterRepository letters;
    private final EventReader feed;
    private final EventMessages messages;
    private final Clock clock;

    /** This instance. */
    private final UUID holder = UUID.randomUUID();

    @Inject
    DeliveryLedger(
            ProgressRepository progress,
            DeliveryRepository deliveries,
            DeadLetterRepository letters,
            EventReader feed,
            EventMessages messages,
            Clock clock) {
        this.progress = progress;
        this.deliveries = deliveries;
        this.letters = letters;
        this.feed = feed;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What has become of some deliveries.
     *
     * @param progress how far the webhook is with all of these done
     * @param waiting those that have to wait from now on
     * @param taken rows of those that waited and were taken now
     * @param failed those that waited and failed again
     * @param hasten whether all that wait are to be tried at once, since the receiver is back
     */
    record Step(Progress progress, List<Waiting> waiting, List<Long> taken, List<Retry.Failed> failed, boolean hasten) {

        /** Whether something of what waits has changed. */
        boolean moves() {
            return hasten || !waiting.isEmpty() || !taken.isEmpty() || !failed.isEmpty();
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(long webhookId, long position) {
        progress.add(webhookId, position);
    }

    /** Begins anew after the position; what waited or was given up behind it will be read again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void restart(long webhookId, long position) {
        progress.restart(webhookId, position);
        deliveries.removeAfter(webhookId, position);
    }

    /** Takes those of the webhooks that no other instance holds. */
    @Transactional
    public List<Progress> take(Collection<Long> webhookIds) {
        Instant now = clock.instant();
        return progress.take(webhookIds, holder, now, now.plus(LEASE));
    }

    /** Writes the step down, all of it or nothing, and holds the webhook on; false when it is not this instance's any more. */
    @Transactional
    public boolean save(Step step) {
        Instant now = clock.instant();
        if (!progress.keep(step.progress(), holder, now.plus(LEASE))) {
            return false;
        }
        if (!step.taken().isEmpty()) {
            deliveries.remove(step.taken());
        }
        if (!step.failed().isEmpty()) {
            deliveries.failed(step.failed());
        }
        if (!step.waiting().isEmpty()) {
            deliveries.add(step.progress().webhookId(), step.waiting());
        }
        if (step.hasten()) {
            deliveries.hasten(step.progress().webhookId(), now);
        }
        return true;
    }

    @Transactional
    public void release(long webhookId) {
        progress.release(webhookId, holder);
    }

    /** How many wait in each lane. */
    Map<Long, Long> lanes(long webhookId) {
        return deliveries.lanes(webhookId).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /**
     * What may be tried again, the first of each lane only.
     *
     * @param by the moment by which it must be due
     */
    @Transactional
    public List<Retry> due(long webhookId, Instant by, Collection<Long> exceptLanes, int most) {
        List<DeliveryRepository.Due> due = deliveries.due(webhookId, by, exceptLanes, most);
        if (due.isEmpty()) {
            return List.of();
        }
        Map<Long, Event> events = feed
                .at(due.stream().map(DeliveryRepository.Due::position).toList())
                .stream()
                .collect(Collectors.toMap(Event::position, Function.identity()));
        List<Retry> retries = new ArrayList<>();
        List<Long> gone = new ArrayList<>();
        for (DeliveryRepository.Due each : due) {
            Event event = events.get(each.position());
            if (event == null) {
                gone.add(each.id());
            } else {
                retries.add(new Retry(each.id(), each.tries(), each.failedAt(), messages.of(event)));
            }
        }
        if (!gone.isEmpty()) {
            deliveries.remove(gone);
        }
        return retries;
    }

    WebhookState state(long webhookId) {
        Progress now = progress.find(webhookId).orElseThrow(() -> WebhookRefusals.noSuchWebhook(webhookId));
        return letters.state(now);
    }

    /** Removes up to so many rows of events that are no longer kept. */
    @Transactional
    public int removeOld(int most) {
        return deliveries.removeOld(feed.settle().removed(), most);
    }
}
