package io.clientele.event.webhook;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;

/** What is refused about webhooks. */
final class WebhookRefusals {

    private WebhookRefusals() {}

    static Refusal noSuchWebhook(long id) {
        return Refusals.noSuchEntity("id", id);
    }

    static Refusal noSuchDelivery(long id) {
        return Refusals.noSuchEntity("id", id);
    }

    static Refusal required(String field) {
        return Refusals.required(field);
    }

    static Refusal address(String why) {
        return Refusal.input("The webhook's URL can't be called: %1").at(why);
    }

    static Refusal tooLong(String field, int most) {
        return Refusals.tooLong(field, most);
    }

    static Refusal noEvents() {
        return Refusal.input("A webhook needs between 1 and %1 patterns of events.")
                .at(WebhookRules.MOST_PATTERNS);
    }

    static Refusal unknownPattern(String pattern) {
        return Refusal.input("\"%1\" means no kind of event. GET /V1/events/types lists all kinds.")
                .at(pattern);
    }

    static Refusal secret() {
        return Refusal.input("A secret is whsec_ followed by 24 to 64 bytes in Base64.");
    }

    static Refusal tooMany(int most) {
        return Refusal.input("There can be up to %1 webhooks.").at(most);
    }

    static Refusal replayNeedsOne() {
        return Refusal.input("Say either after which cursor or since when events are to be delivered again.");
    }

    static Refusal noMoment(String given) {
        return Refusals.invalidValue("since", given);
    }

    static Refusal notDead() {
        return Refusal.input("The delivery hasn't been given up. It is tried again by itself.");
    }
}
