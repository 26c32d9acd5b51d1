package io.clientele.segment.rule;

import io.clientele.pricing.Decimals;
import io.clientele.segment.rule.tree.Words;
import io.clientele.shared.Storable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Reads single values that were sent, and refuses others at their place. Numbers may be sent as texts. */
final class SentValue {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(?:\\.[0-9]{1,20})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private SentValue() {}

    /** A text that PostgreSQL can hold, or a number as a text. */
    static String text(Sent sent) {
        Object value = scalar(sent, "a text");
        String text = value instanceof BigDecimal number && isShort(number) ? number.toPlainString() : "";
        if (value instanceof String sentText) {
            text = sentText;
            if (text.isEmpty()) {
                throw RuleRefusals.emptyText(sent.place());
            }
        }
        if (text.isEmpty() || text.length() > RuleLimits.TEXT || !Storable.is(text)) {
            throw RuleRefusals.wrongValue(
                    sent.place(), shown(value), "a text of at most " + RuleLimits.TEXT + " characters");
        }
        return text;
    }

    static BigDecimal number(Sent sent) {
        Object value = scalar(sent, "a number");
        if (value instanceof BigDecimal number && isShort(number)) {
            return Decimals.shown(number);
        }
        if (value instanceof String text && NUMBER.matcher(text).matches() && isShort(new BigDecimal(text))) {
            return Decimals.shown(new BigDecimal(text));
        }
        throw RuleRefusals.wrongValue(
                sent.place(), shown(value), "a number of at most " + RuleLimits.DIGITS + " digits");
    }

    /** A whole number between the bounds, both included. */
    static int whole(Sent sent, int from, int to) {
        BigDecimal number = number(sent);
        if (number.scale() > 0
                || number.compareTo(BigDecimal.valueOf(from)) < 0
                || number.compareTo(BigDecimal.valueOf(to)) > 0) {
            throw RuleRefusals.wrongValue(
                    sent.place(), number.toPlainString(), "a whole number from " + from + " to " + to);
        }
        return number.intValueExact();
    }

    static LocalDate day(Sent sent) {
        Object value = scalar(sent, "a day");
        try {
            if (value instanceof String text && DAY.matcher(text).matches() && !text.startsWith("0000")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // No such day: refused like everything else that is none.
        }
        throw RuleRefusals.wrongValue(sent.place(), shown(value), "a day such as 2026-01-31");
    }

    static boolean flag(Sent sent) {
        Object value = scalar(sent, "true or false");
        if (value instanceof Boolean flag) {
            return flag;
        }
        String text = value instanceof BigDecimal number && isShort(number) ? number.toPlainString() : value.toString();
        if (text.equals("1") || text.equals("0")) {
            return text.equals("1");
        }
        throw RuleRefusals.wrongValue(sent.place(), shown(value), "true or false");
    }

    static <E extends Enum<E>> E constant(Sent sent, Class<E> type) {
        Object value = scalar(sent, "a word");
        return Words.named(type, value.toString())
                .orElseThrow(() -> RuleRefusals.wrongValue(
                        sent.place(), shown(value), "one of " + String.join(", ", Words.all(type))));
    }

    static List<Sent> items(Sent sent) {
        if (sent instanceof Sent.Items list) {
            if (list.items().size() > RuleLimits.VALUES) {
                throw RuleRefusals.tooManyValues(sent.place());
            }
            return list.items();
        }
        throw RuleRefusals.notAList(sent.place());
    }

    static Object scalar(Sent sent, String expected) {
        if (sent instanceof Sent.Scalar scalar) {
            return scalar.value();
        }
        throw RuleRefusals.wrongValue(sent.place(), sent instanceof Sent.Items ? "a list" : "an object", expected);
    }

    /** Few enough digits for arithmetic; an exponent can be as short as it likes and mean millions of them. */
    private static boolean isShort(BigDecimal number) {
        return number.precision() <= RuleLimits.DIGITS && Math.abs(number.scale()) <= RuleLimits.DIGITS;
    }

    private static String shown(Object value) {
        return value.toString();
    }
}
