package io.clientele.transfer;

import io.clientele.shared.job.JobError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a row was refused, over REST: the raw message and its parameters.
 *
 * @param line the line of the file that the row begins in, from 1 on
 * @param column null where it is the row as a whole
 */
@Schema(name = "import-error")
public record ImportErrorBody(
        long line,
        @Nullable String column,
        String message,
        @Nullable Object parameters) {

    static ImportErrorBody of(JobError error) {
        return new ImportErrorBody(error.number(), error.field(), error.message(), error.parameters());
    }
}
