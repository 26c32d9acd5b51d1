package io.clientele.event.webhook;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Shows deliveries that wait or were given up, and has the latter tried again or dropped. */
@ApplicationScoped
public class WebhookDeliveryService {

    private final DeadLetterRepository letters;
    private final CurrentCaller caller;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    WebhookDeliveryService(DeadLetterRepository letters, CurrentCaller caller, AuditLog audit, Clock clock) {
        this.letters = letters;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal when the caller is limited to websites */
    public SearchResults<WebhookDelivery> search(SearchCriteria criteria) {
        demandAllWebsites();
        return letters.search(criteria);
    }

    /**
     * Has a delivery that was given up tried again, as if it were new. It comes after what its customer's later events told.
     *
     * @throws Refusal when there is none, it was not given up, or the caller is limited to websites
     */
    @Transactional
    public void release(long id) {
        WebhookDelivery delivery = dead(id);
        letters.release(id, clock.instant());
        note("released", delivery);
    }

    /**
     * Forgets a delivery that was given up.
     *
     * @throws Refusal as {@link #release}
     */
    @Transactional
    public void drop(long id) {
        WebhookDelivery delivery = dead(id);
        letters.remove(id);
        note("dropped", delivery);
    }

    private WebhookDelivery dead(long id) {
        demandAllWebsites();
        WebhookDelivery delivery = letters.lock(id).orElseThrow(() -> WebhookRefusals.noSuchDelivery(id));
        if (delivery.deadAt() == null) {
            throw WebhookRefusals.notDead();
        }
        return delivery;
    }

    private void note(String step, WebhookDelivery delivery) {
        audit.record(AuditDraft.of("webhook_delivery." + step)
                .about("webhook_delivery", delivery.id())
                .detail("webhook_id", delivery.webhookId())
                .detail("event_id", delivery.eventId()));
    }

    private void demandAllWebsites() {
        caller.demandAllWebsites(WebhookService.RESOURCE);
    }
}
