package io.clientele.event.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook as somebody sends it. Null means "not supplied": the default on creating, what was there on changing. */
record WebhookDraft(
        @Nullable String url,
        @Nullable List<String> events,
        @Nullable String secret,
        @Nullable Boolean isActive) {}
