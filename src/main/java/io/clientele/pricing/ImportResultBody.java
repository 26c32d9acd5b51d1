package io.clientele.pricing;

import io.clientele.shared.load.LoadFailureBody;
import io.clientele.shared.load.LoadResult;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What has become of the lines of a file, over REST.
 *
 * @param failed what is wrong with lines that were left out: the first ten thousand faults
 * @param failedCount how many lines were left out
 */
@Schema(name = "import-result")
public record ImportResultBody(
        long received, long created, long updated, long deleted, List<LoadFailureBody> failed, long failedCount) {

    static ImportResultBody of(LoadResult result) {
        return new ImportResultBody(
                result.received(),
                result.created(),
                result.updated(),
                result.deleted(),
                LoadFailureBody.of(result),
                result.failed());
    }
}
