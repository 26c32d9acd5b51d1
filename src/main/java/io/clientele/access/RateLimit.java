package io.clientele.access;

import io.clientele.shared.AnswerHeaders;
import java.time.Duration;

/**
 * How much of something one subject may do in any stretch of time.
 *
 * @param scope what is limited, as {@code address}
 * @param most how often within the window, at least 1
 * @param window the length of the stretch
 * @param weight how many requests one counted hit stands for
 */
record RateLimit(String scope, int most, Duration window, int weight) {

    RateLimit(String scope, int most, Duration window) {
        this(scope, most, window, 1);
    }

    /** Tells the client how it stands, in the fields of the IETF's draft for RateLimit headers. */
    void tell(AnswerHeaders headers, long remaining, Duration until) {
        headers.put("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(scope, most * weight, window.toSeconds()));
        headers.put("RateLimit", "\"%s\";r=%d;t=%d".formatted(scope, remaining, seconds(until)));
    }

    /** Whole seconds, rounded up, so that coming back then is late enough. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
