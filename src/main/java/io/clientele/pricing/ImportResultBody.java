package io.clientele.pricing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the lines of a file, over REST.
 *
 * @param failed what is wrong with lines that were left out: the first ten thousand faults
 * @param failedCount how many lines were left out
 */
@Schema(name = "import-result")
public record ImportResultBody(
        long received, long created, long updated, long deleted, List<Failure> failed, long failedCount) {

    /** Why a line was left out: the raw message and its parameters, by name or by position. */
    @Schema(name = "import-failure")
    public record Failure(
            long line, String message, @Nullable Object parameters) {}

    static ImportResultBody of(ImportResult result) {
        return new ImportResultBody(
                result.received(),
                result.created(),
                result.updated(),
                result.deleted(),
                result.failures().stream()
                        .map(each -> new Failure(
                                each.line(),
                                each.refusal().template(),
                                each.refusal().parameters()))
                        .toList(),
                result.failed());
    }
}
