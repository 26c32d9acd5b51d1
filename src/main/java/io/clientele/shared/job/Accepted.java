package io.clientele.shared.job;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import org.jspecify.annotations.Nullable;

/**
 * The request that started a job, as far as its work needs it.
 *
 * @param caller who sent it, as accepted then
 * @param address the network address it came from
 * @param requestId its id
 * @param userAgent what the client called itself, or null
 */
public record Accepted(
        Caller caller,
        String address,
        String requestId,
        @Nullable String userAgent) {

    static Accepted of(CurrentCaller current) {
        return new Accepted(current.get(), current.address(), current.requestId(), current.userAgent());
    }
}
