package io.clientele.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads decimal numbers exactly and writes them without zeros at the end. */
public final class Decimals {

    /** A point and no signs of a locale. Exponents are short: a long one would be an attack on memory. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{1,60}(?:\\.[0-9]{1,60})?(?:[eE][+-]?[0-9]{1,2})?");

    private static final int LONGEST_SHOWN = 64;

    private Decimals() {}

    /** An amount of money: fourteen digits before the point, rounded to six behind it. Empty for what is none. */
    static Optional<BigDecimal> amount(@Nullable String text) {
        return read(text, 14, 6);
    }

    /** Percents, rounded to two decimals as the contract stores them. Empty for what is no number. */
    static Optional<BigDecimal> percent(@Nullable String text) {
        return read(text, 14, 2);
    }

    /** A quantity: eight digits before the point, rounded to four behind it. Empty for what is none. */
    static Optional<BigDecimal> quantity(@Nullable String text) {
        return read(text, 8, 4);
    }

    /** A number of so many digits before the point, rounded half up to so many behind it. Empty for what is none. */
    public static Optional<BigDecimal> read(@Nullable String text, int whole, int decimals) {
        String number = text == null ? "" : text.strip();
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        BigDecimal rounded = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.precision() - decimals > whole ? Optional.empty() : Optional.of(rounded);
    }

    /** The number as it was sent, be it a JSON number or a text; null for nothing. */
    public static @Nullable String text(@Nullable JsonNode sent) {
        if (sent == null || sent.isNull() || sent.isMissingNode()) {
            return null;
        }
        return sent.isNumber() || sent.isTextual() ? sent.asText() : sent.toString();
    }

    /** What was sent for a number, to be named in a refusal: the beginning of it, if it is long. */
    public static String named(@Nullable String sent) {
        String text = sent == null ? "" : sent.strip();
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
    }

    /** The number without zeros at its end and without an exponent. */
    public static BigDecimal shown(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The same; null for nothing. */
    static @Nullable BigDecimal shownIfAny(@Nullable BigDecimal number) {
        return number == null ? null : shown(number);
    }
}
