package io.clientele.event.webhook;

import io.clientele.shared.ShownTime;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as REST shows and takes it: {@code url}, {@code events}, {@code secret} and {@code is_active} are taken, and the rest
 * is shown only.
 *
 * @param events patterns of kinds of events: {@code *}, {@code customer.*}, {@code customer.created}
 * @param secret {@code whsec_} and Base64; shown once, where it was made
 * @param delivery how the deliveries go; shown where one webhook is read
 */
@Schema(
        name = "webhook",
        requiredProperties = {"url", "events"})
public record WebhookBody(
        @Nullable Long id,
        @Nullable String url,
        @Nullable List<String> events,
        @Nullable String secret,
        @Nullable Boolean isActive,
        @Nullable String createdAt,
        @Nullable String updatedAt,
        @Nullable StateBody delivery) {

    /**
     * How the deliveries go.
     *
     * @param sequence every event up to this cursor is delivered, waits for its next try, or was given up
     * @param waiting how many deliveries wait for their next try or behind one that does
     * @param dead how many were given up
     * @param failingSince since when the receiver has taken nothing
     * @param pausedUntil until when it is left alone
     */
    @Schema(name = "webhook-state")
    public record StateBody(
            String sequence,
            long waiting,
            long dead,
            @Nullable String failingSince,
            @Nullable String pausedUntil,
            @Nullable String error) {}

    static WebhookBody of(Webhook webhook) {
        return new WebhookBody(
                webhook.id(),
                webhook.url(),
                webhook.events(),
                null,
                webhook.isActive(),
                ShownTime.of(webhook.createdAt()),
                ShownTime.of(webhook.updatedAt()),
                null);
    }

    WebhookBody with(String shownSecret) {
        return new WebhookBody(id, url, events, shownSecret, isActive, createdAt, updatedAt, delivery);
    }

    WebhookBody with(WebhookState state) {
        StateBody shown = new StateBody(
                Long.toString(state.position()),
                state.waiting(),
                state.dead(),
                shown(state.failingSince()),
                shown(state.pausedUntil()),
                state.error());
        return new WebhookBody(id, url, events, secret, isActive, createdAt, updatedAt, shown);
    }

    WebhookDraft draft() {
        return new WebhookDraft(url, events, secret, isActive);
    }

    private static @Nullable String shown(@Nullable Instant moment) {
        return moment == null ? null : ShownTime.of(moment);
    }
}
