package io.clientele.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that is, or was, taken over.
 *
 * @param jobId the job that does it; null when that is forgotten
 * @param status {@code waiting}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param bytes how large the file is
 * @param rows how many it has
 * @param done how many of them have been gone through, checking and taking over each for itself
 * @param failed how many of them were refused
 * @param starterType the kind of caller who sent it, by the contract's number; null for the terminal
 * @param finishedAt null until it has ended
 */
record Import(
        long id,
        @Nullable Long jobId,
        ImportDraft how,
        String status,
        long bytes,
        long rows,
        long done,
        long failed,
        Counts counts,
        @Nullable String message,
        @Nullable Integer starterType,
        @Nullable Long starterId,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /**
     * What has become of customers, or of what else the rows of the file are.
     *
     * @param updated those that were there already
     * @param unchanged those of them that were as the file says
     */
    record Counts(long created, long updated, long deleted, long unchanged) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    created + other.created,
                    updated + other.updated,
                    deleted + other.deleted,
                    unchanged + other.unchanged);
        }
    }
}
