package io.clientele.activity;

import io.clientele.shared.load.LoadFailureBody;
import io.clientele.shared.load.LoadResult;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What has become of the facts of a call, over REST. Each fact that was received is in one of the other counts.
 *
 * @param ignored facts that say what is known already, or is known better
 * @param waiting corrections that are kept until their orders come
 * @param failed what is wrong with facts that were left out: the first ten thousand faults
 * @param failedCount how many facts were left out
 */
@Schema(name = "activity-result")
public record ActivityResultBody(
        long received,
        long created,
        long updated,
        long ignored,
        long waiting,
        List<LoadFailureBody> failed,
        long failedCount) {

    static ActivityResultBody of(LoadResult result) {
        return new ActivityResultBody(
                result.received(),
                result.created(),
                result.updated(),
                result.ignored(),
                result.waiting(),
                LoadFailureBody.of(result),
                result.failed());
    }
}
