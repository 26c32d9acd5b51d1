package io.clientele.event.webhook;

import io.clientele.event.EventMessage;
import io.clientele.shared.outgoing.OutgoingAnswer;
import io.clientele.shared.outgoing.OutgoingFailed;
import io.clientele.shared.outgoing.OutgoingHttp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs messages as the Standard Webhooks convention says, and sends them. */
@ApplicationScoped
class MessageSender {

    private final OutgoingHttp http;
    private final Clock clock;

    @Inject
    MessageSender(OutgoingHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * What became of a try.
     *
     * @param status what was answered; null when nothing was
     * @param error why it does not count as taken; null when it does
     */
    record Outcome(@Nullable Integer status, @Nullable String error) {}

    /** Sends the message and waits for the answer: any of 200 to 299 within five seconds says that it is taken. */
    Outcome send(String url, Signer signer, EventMessage message) {
        Instant now = clock.instant();
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/cloudevents+json; charset=UTF-8",
                "User-Agent",
                "Clientele",
                "webhook-id",
                message.id(),
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                signer.signatures(message.id(), now, message.body()));
        try {
            OutgoingAnswer answer = http.post(URI.create(url), headers, message.body(), OutgoingHttp.LIMIT);
            return new Outcome(
                    answer.status(), answer.isSuccess() ? null : "The receiver answered " + answer.status() + ".");
        } catch (OutgoingFailed e) {
            return new Outcome(null, e.getMessage());
        }
    }
}
