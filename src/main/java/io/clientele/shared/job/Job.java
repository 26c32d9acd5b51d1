package io.clientele.shared.job;

import org.jspecify.annotations.Nullable;

/**
 * Work in the background.
 *
 * @param done how much of it is done, in units of its own
 * @param total how much there is; 0 while that is not known
 * @param message what it is doing, or how it ended; null when there is nothing to say
 */
public record Job(
        long id,
        String kind,
        JobStatus status,
        long done,
        long total,
        @Nullable String message) {}
