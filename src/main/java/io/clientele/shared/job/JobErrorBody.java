package io.clientele.shared.job;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that a job could not do, over REST: the line or the id, the raw message and its parameters. */
@Schema(name = "job-error")
public record JobErrorBody(
        long number,
        @Nullable String field,
        String message,
        @Nullable Object parameters) {

    static JobErrorBody of(JobError error) {
        return new JobErrorBody(error.number(), error.field(), error.message(), error.parameters());
    }
}
