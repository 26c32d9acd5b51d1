package io.clientele.shared;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as the contract shows them: {@code YYYY-MM-DD HH:MM:SS} in UTC. */
public final class ShownTime {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private ShownTime() {}

    public static String of(Instant moment) {
        return SHOWN.format(moment);
    }
}
