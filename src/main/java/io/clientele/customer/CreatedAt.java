package io.clientele.customer;

import io.clientele.shared.Refusals;
import io.clientele.shared.ShownTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The contract's moments: {@code YYYY-MM-DD HH:MM:SS} in UTC. */
public final class CreatedAt {

    private CreatedAt() {}

    public static String show(Instant moment) {
        return ShownTime.of(moment);
    }

    /** The moment named, or now. A moment to come, or before the common era, is refused. */
    static Instant of(@Nullable String text, Clock clock) {
        if (text == null || text.isBlank()) {
            return clock.instant();
        }
        Instant moment = parse(text.strip());
        if (moment.isAfter(clock.instant().plusSeconds(86_400))
                || moment.isBefore(Instant.parse("0001-01-01T00:00:00Z"))) {
            throw Refusals.invalidValue("created_at", text);
        }
        return moment;
    }

    private static Instant parse(String text) {
        String iso = text.length() == 10 ? text + "T00:00:00" : text.replace(' ', 'T');
        try {
            boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10;
            return zoned
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Refusals.invalidValue("created_at", text);
        }
    }
}
