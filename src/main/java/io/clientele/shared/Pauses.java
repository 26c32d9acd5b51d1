package io.clientele.shared;

import java.time.Duration;

/** How long to wait before something that failed is tried again. */
public final class Pauses {

    private static final int MOST_DOUBLINGS = 30;

    private Pauses() {}

    /** One second after the first try, doubled each time, up to the longest. */
    public static Duration doubled(int tries, Duration longest) {
        Duration doubled = Duration.ofSeconds(1L << Math.clamp(tries - 1L, 0, MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
