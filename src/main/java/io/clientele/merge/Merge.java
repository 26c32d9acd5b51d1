package io.clientele.merge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account that was merged into another.
 *
 * @param survivorId the account that stayed
 * @param mergedId the account that became part of it
 * @param websiteId that of the account that stayed
 * @param undoableUntil until when it can be undone
 * @param undoneAt when it was, or null
 * @param undoable whether what that takes is still there
 */
public record Merge(
        long id,
        long survivorId,
        long mergedId,
        int websiteId,
        Instant mergedAt,
        Instant undoableUntil,
        @Nullable Instant undoneAt,
        boolean undoable) {}
