package io.clientele.transfer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Days and moments as files say them: {@code YYYY-MM-DD}, or {@code M/D/YYYY} as spreadsheets do; with a time of day or without. */
final class FileDates {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("[uuuu-M-d][M/d/uuuu]", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "[uuuu-M-d][M/d/uuuu][' ']['T']H:m[:s[.SSSSSS][.SSS]]['Z']", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private FileDates() {}

    /** The day as {@code YYYY-MM-DD}; a time of day behind it does not count. */
    static Optional<String> day(String text) {
        return moment(text).map(moment -> moment.substring(0, moment.indexOf(' ')));
    }

    /** The moment in UTC as {@code YYYY-MM-DD HH:MM:SS}; of a day its beginning. */
    static Optional<String> moment(String text) {
        Optional<LocalDate> date = date(text);
        if (date.isPresent()) {
            return date.map(day -> SHOWN.format(day.atStartOfDay()));
        }
        try {
            return Optional.of(SHOWN.format(LocalDateTime.parse(text, MOMENT)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
