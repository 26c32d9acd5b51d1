package io.clientele.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign of life.
 *
 * @param url the page it came from, or null where the request does not say
 */
record Seen(Instant at, @Nullable String url) {}
