package io.clientele.event.webhook;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.event.EventReader;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusal;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** Reads and changes webhooks. They are told of what happens on all websites, and so are those who may change them. */
@ApplicationScoped
public class WebhookService {

    static final String RESOURCE = "Clientele_Event::webhooks";

    /** What one instance can deliver to at the same time with bounded memory. */
    private static final int MOST = 100;

    private final WebhookRepository webhooks;
    private final Webhooks receivers;
    private final DeliveryLedger ledger;
    private final WebhookRules rules;
    private final EventReader feed;
    private final WebhookConfig config;
    private final CurrentCaller caller;
    private final ExpectedVersion expected;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    WebhookService(
            WebhookRepository webhooks,
            Webhooks receivers,
            DeliveryLedger ledger,
            WebhookRules rules,
            EventReader feed,
            WebhookConfig config,
            CurrentCaller caller,
            ExpectedVersion expected,
            AuditLog audit,
            Clock clock) {
        this.webhooks = webhooks;
        this.receivers = receivers;
        this.ledger = ledger;
        this.rules = rules;
        this.feed = feed;
        this.config = config;
        this.caller = caller;
        this.expected = expected;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A webhook with its new secret, which is never shown again.
     *
     * @param secret in the form that receivers configure
     */
    public record WithSecret(Webhook webhook, String secret) {

        @Override
        public String toString() {
            return webhook.toString();
        }
    }

    /** @throws Refusal when there is none, or the caller is limited to websites */
    public Webhook webhook(long id) {
        demandAllWebsites();
        return existing(id);
    }

    public WebhookState state(long id) {
        return ledger.state(id);
    }

    public SearchResults<Webhook> search(SearchCriteria criteria) {
        demandAllWebsites();
        return webhooks.search(criteria);
    }

    /** Makes a webhook that is told of what happens from now on. */
    @Transactional
    WithSecret create(WebhookDraft draft) {
        demandAllWebsites();
        String url = rules.url(draft.url());
        WebhookSecret secret = rules.secret(draft.secret());
        receivers.changed();
        if (webhooks.count() >= MOST) {
            throw WebhookRefusals.tooMany(MOST);
        }
        long id = webhooks.add(
                url, rules.events(draft.events()), !Boolean.FALSE.equals(draft.isActive()), clock.instant());
        webhooks.firstSecret(id, receivers.sealed(id, secret));
        ledger.add(id, feed.settle().last());
        Webhook made = existing(id);
        audit.record(AuditDraft.ofChange("webhook", id, null, made));
        return new WithSecret(made, secret.text());
    }

    /** Changes what the draft supplies. A given secret signs from now on, and the one before beside it for a while. */
    @Transactional
    Webhook change(long id, WebhookDraft draft) {
        Webhook before = locked(id);
        expected.check(() -> before);
        receivers.changed();
        webhooks.change(
                id,
                draft.url() == null ? before.url() : rules.url(draft.url()),
                draft.events() == null ? before.events() : rules.events(draft.events()),
                Objects.requireNonNullElse(draft.isActive(), before.isActive()),
                clock.instant());
        if (draft.secret() != null) {
            next(id, rules.secret(draft.secret()));
        }
        Webhook after = existing(id);
        audit.record(AuditDraft.ofChange("webhook", id, before, after)
                .detail("new_secret", draft.secret() == null ? null : true));
        return after;
    }

    /** Gives it a new secret; the one before signs beside it for a while. */
    @Transactional
    WithSecret rotate(long id) {
        locked(id);
        WebhookSecret secret = WebhookSecret.random();
        receivers.changed();
        next(id, secret);
        audit.record(AuditDraft.of("webhook.secret.rotated").about("webhook", id));
        return new WithSecret(existing(id), secret.text());
    }

    /** Removes it with all that waits for it. */
    @Transactional
    public void delete(long id) {
        Webhook before = locked(id);
        expected.check(() -> before);
        receivers.changed();
        webhooks.remove(id);
        audit.record(AuditDraft.ofChange("webhook", id, before, null));
    }

    private void next(long id, WebhookSecret secret) {
        Instant now = clock.instant();
        webhooks.nextSecret(id, receivers.sealed(id, secret), now.plus(config.secretOverlap()), now);
    }

    private Webhook locked(long id) {
        demandAllWebsites();
        return webhooks.lock(id).orElseThrow(() -> WebhookRefusals.noSuchWebhook(id));
    }

    private Webhook existing(long id) {
        return webhooks.find(id).orElseThrow(() -> WebhookRefusals.noSuchWebhook(id));
    }

    private void demandAllWebsites() {
        caller.demandAllWebsites(RESOURCE);
    }
}
