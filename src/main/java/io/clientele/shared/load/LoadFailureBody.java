package io.clientele.shared.load;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a line was left out, over REST: the raw message and its parameters, by name or by position. */
@Schema(name = "import-failure")
public record LoadFailureBody(
        long line, String message, @Nullable Object parameters) {

    public static List<LoadFailureBody> of(LoadResult result) {
        return result.failures().stream()
                .map(each -> new LoadFailureBody(
                        each.line(), each.refusal().template(), each.refusal().parameters()))
                .toList();
    }
}
