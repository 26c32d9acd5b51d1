package io.clientele.event.webhook;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.event.EventFeedService;
import io.clientele.event.EventReader;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Has a webhook's deliveries begin anew from another place of the feed. */
@ApplicationScoped
public class WebhookReplayService {

    /** Of what PostgreSQL keeps, and more than anybody needs. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final WebhookRepository webhooks;
    private final DeliveryLedger ledger;
    private final EventReader feed;
    private final CurrentCaller caller;
    private final AuditLog audit;

    @Inject
    WebhookReplayService(
            WebhookRepository webhooks, DeliveryLedger ledger, EventReader feed, CurrentCaller caller, AuditLog audit) {
        this.webhooks = webhooks;
        this.ledger = ledger;
        this.feed = feed;
        this.caller = caller;
        this.audit = audit;
    }

    /**
     * Delivers everything after the place again, and then what follows. What waited or was given up behind that place comes with
     * it; the rest of that stays as it is.
     *
     * @param after a cursor of the feed, or null
     * @param since a moment in ISO 8601 with its zone, or null; events that happened earlier may come too
     * @return the cursor it begins after
     * @throws Refusal unless exactly one of them is given and names a place that is still kept
     */
    @Transactional
    public String replay(long id, @Nullable String after, @Nullable String since) {
        caller.demandAllWebsites(WebhookService.RESOURCE);
        if (webhooks.lock(id).isEmpty()) {
            throw WebhookRefusals.noSuchWebhook(id);
        }
        if ((after == null) == (since == null)) {
            throw WebhookRefusals.replayNeedsOne();
        }
        long position = after != null
                ? EventFeedService.position(after, feed.settle())
                : feed.before(moment(String.valueOf(since)));
        ledger.restart(id, position);
        audit.record(AuditDraft.of("webhook.replayed").about("webhook", id).detail("after", position));
        return Long.toString(position);
    }

    private static Instant moment(String text) {
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant();
            if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST)) {
                throw WebhookRefusals.noMoment(text);
            }
            return moment;
        } catch (DateTimeException e) {
            throw WebhookRefusals.noMoment(text);
        }
    }
}
