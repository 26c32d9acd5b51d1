package io.clientele.event.webhook;

import io.clientele.event.EventFeedService;
import io.clientele.shared.Refusal;
import io.clientele.shared.outgoing.OutgoingHttp;
import io.clientele.shared.outgoing.OutgoingRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a webhook may be. */
@ApplicationScoped
class WebhookRules {

    static final int MOST_PATTERNS = 100;
    private static final int LONGEST_URL = 2_000;

    private final OutgoingHttp http;
    private final EventFeedService feed;

    @Inject
    WebhookRules(OutgoingHttp http, EventFeedService feed) {
        this.http = http;
        this.feed = feed;
    }

    /** @throws Refusal unless it is an address that calls may go to; names are looked up at each delivery only */
    String url(@Nullable String url) {
        if (url == null || url.isBlank()) {
            throw WebhookRefusals.required("url");
        }
        if (url.length() > LONGEST_URL) {
            throw WebhookRefusals.tooLong("url", LONGEST_URL);
        }
        try {
            http.check(URI.create(url));
        } catch (IllegalArgumentException e) {
            throw WebhookRefusals.address("It is no URL.");
        } catch (OutgoingRefused e) {
            throw WebhookRefusals.address(String.valueOf(e.getMessage()));
        }
        return url;
    }

    /** @throws Refusal unless there are some and each means a kind of event */
    List<String> events(@Nullable List<String> patterns) {
        if (patterns == null || patterns.isEmpty() || patterns.size() > MOST_PATTERNS) {
            throw WebhookRefusals.noEvents();
        }
        for (@Nullable String pattern : patterns) {
            if (pattern == null || kinds(List.of(pattern)).isEmpty()) {

                throw WebhookRefusals.unknownPattern(String.valueOf(pattern));
            }
        }
        return patterns.stream().distinct().toList();
    }

    /** The given secret, or a new one. @throws Refusal when it is none */
    WebhookSecret secret(@Nullable String given) {
        return given == null ? WebhookSecret.random() : WebhookSecret.of(given).orElseThrow(WebhookRefusals::secret);
    }

    /** The kinds of events that the patterns mean, those of later releases included once they are there. */
    Set<String> kinds(List<String> patterns) {
        return EventPattern.kinds(patterns, feed.types());
    }
}
