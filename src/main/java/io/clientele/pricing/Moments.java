package io.clientele.pricing;

import io.clientele.shared.ShownTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads moments as the contract writes them ({@code 2026-01-31 13:00:00}, in UTC) and as ISO 8601 with an offset. */
public final class Moments {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Moments() {}

    /** Whether nothing is named: the contract's clients send an empty text or false for it. */
    public static boolean isNone(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The moment, to the second; empty for what is none between the years 1900 and 9999. */
    public static Optional<Instant> read(String text) {
        return exact(text).map(moment -> moment.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The moment, as exact as PostgreSQL keeps it; empty for what is none between the years 1900 and 9999. */
    public static Optional<Instant> exact(String text) {
        String sent = text.strip();
        try {
            Instant moment = sent.length() == 19 && sent.charAt(10) == ' '
                    ? LocalDateTime.parse(sent, SHOWN).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(sent).toInstant();
            return moment.isBefore(EARLIEST) || moment.isAfter(LATEST)
                    ? Optional.empty()
                    : Optional.of(moment.truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static @Nullable String shown(@Nullable Instant moment) {
        return moment == null ? null : ShownTime.of(moment);
    }
}
