package io.clientele.shared.job;

import io.clientele.shared.ShownTime;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job over REST. */
@Schema(name = "job")
public record JobBody(
        long id,
        String kind,
        String status,
        long done,
        long total,
        long failed,
        @Nullable String message,
        String createdAt,
        @Nullable String startedAt,
        @Nullable String finishedAt) {

    static JobBody of(Job job) {
        return new JobBody(
                job.id(),
                job.kind(),
                job.status().code(),
                job.done(),
                job.total(),
                job.failed(),
                job.message(),
                ShownTime.of(job.createdAt()),
                shown(job.startedAt()),
                shown(job.finishedAt()));
    }

    private static @Nullable String shown(@Nullable Instant moment) {
        return moment == null ? null : ShownTime.of(moment);
    }
}
