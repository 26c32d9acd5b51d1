package io.clientele.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param position its place in the feed
 * @param id the same however often it is handed out
 */
public record Event(
        long position,
        UUID id,
        String type,
        @Nullable Long customerId,
        Map<String, @Nullable Object> data,
        Instant happenedAt) {}
