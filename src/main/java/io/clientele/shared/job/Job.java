package io.clientele.shared.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work in the background.
 *
 * @param done how much of it is done, in units of its own, with what failed
 * @param total how much there is; 0 while that is not known
 * @param failed how much of it could not be done
 * @param message what it is doing, or how it ended; null when there is nothing to say
 * @param startedAt null while it waits
 * @param finishedAt null until it has ended
 */
public record Job(
        long id,
        String kind,
        JobStatus status,
        long done,
        long total,
        long failed,
        @Nullable String message,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
