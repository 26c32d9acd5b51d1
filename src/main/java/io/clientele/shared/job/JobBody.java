package io.clientele.shared.job;

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
        @Nullable String message) {

    static JobBody of(Job job) {
        return new JobBody(job.id(), job.kind(), job.status().code(), job.done(), job.total(), job.message());
    }
}
