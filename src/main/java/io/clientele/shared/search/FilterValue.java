package io.clientele.shared.search;

import io.clientele.shared.Refusals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Reads a filter's value as the type of its field. */
final class FilterValue {

    private static final LocalDate EARLIEST = LocalDate.of(-4000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private FilterValue() {}

    /** @throws io.clientele.shared.Refusal when the value cannot be of the field's type */
    static Object of(SearchField field, String value) {
        try {
            return switch (field.type()) {
                case TEXT, SET -> field.fold().apply(value);
                case INTEGER -> integer(value.strip());
                case DECIMAL -> decimal(value.strip());
                case BOOLEAN -> bool(value.strip());
                case DATE -> day(value.strip());
                case MOMENT -> moment(value.strip());
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            throw Refusals.invalidValue(field.name(), value);
        }
    }

    private static Object integer(String text) {
        return decimal(text).longValueExact();
    }

    private static BigDecimal decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        if (number.scale() > 12 || number.scale() < -19 || number.abs().compareTo(GREATEST) > 0) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> true;
            case "0", "false", "no", "" -> false;
            default -> throw new NumberFormatException(text);
        };
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new DateTimeException(text);
        }
        return day;
    }

    private static OffsetDateTime moment(String text) {
        if (text.length() <= 10) {
            return day(text).atStartOfDay().atOffset(ZoneOffset.UTC);
        }
        day(text.substring(0, 10));
        String iso = text.replace(' ', 'T');
        try {
            return LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC);
        }
    }
}
