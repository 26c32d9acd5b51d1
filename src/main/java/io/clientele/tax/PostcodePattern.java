package io.clientele.tax;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Some postcodes of a country: all of them ({@code *}), those that begin with something ({@code 90*}), the numbers of a
 * range, or a single one. Case and blanks do not matter, and what follows a hyphen only where the pattern has it too:
 * {@code 90210} is also {@code 90210-1234}.
 *
 * @param text the one postcode or the beginning of all, or what a range is shown as
 * @param open whether the text is a beginning
 * @param from the first number of a range, or -1 when it is none
 * @param to the last number of a range
 */
record PostcodePattern(String text, boolean open, int from, int to) implements Comparable<PostcodePattern> {

    /** The longest postcode a pattern may be of, without the asterisk. */
    static final int LONGEST = 10;

    private static final Pattern VALID = Pattern.compile("[^*]{0," + LONGEST + "}\\*?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** The pattern a rate holds. */
    static PostcodePattern of(String text, @Nullable Integer from, @Nullable Integer to) {
        if (from != null && to != null) {
            return new PostcodePattern(text, false, from, to);
        }
        boolean open = text.endsWith("*");
        return new PostcodePattern(form(open ? text.substring(0, text.length() - 1) : text), open, -1, -1);
    }

    /** Whether the text can be a pattern: an asterisk anywhere but at the end would match nothing. */
    static boolean isValid(String text) {
        return !text.isBlank() && VALID.matcher(text).matches();
    }

    /** The form in which postcodes are compared. */
    static String form(String postcode) {
        return postcode.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** What stands before the first hyphen. */
    static String head(String form) {
        int hyphen = form.indexOf('-');
        return hyphen < 0 ? form : form.substring(0, hyphen);
    }

    /** Whether only postcodes of exactly one form can match, so that they can be looked up. */
    boolean isSingle() {
        return !open && from < 0;
    }

    /** @param form a postcode as {@link #form(String)} gives it */
    boolean matches(String form) {
        if (from >= 0) {
            OptionalInt number = number(head(form));
            return number.isPresent() && number.getAsInt() >= from && number.getAsInt() <= to;
        }
        return open ? form.startsWith(text) : form.equals(text) || head(form).equals(text);
    }

    private static OptionalInt number(String head) {
        return NUMBER.matcher(head).matches() ? OptionalInt.of(Integer.parseInt(head)) : OptionalInt.empty();
    }

    /**
     * The narrower one comes first: a single postcode (the longer of two), then a beginning (the longer of two), then a
     * range (the shorter of two), then all.
     */
    @Override
    public int compareTo(PostcodePattern other) {
        int byKind = Integer.compare(kind(), other.kind());
        if (byKind != 0) {
            return byKind;
        }
        return from >= 0
                ? Integer.compare(to - from, other.to - other.from)
                : Integer.compare(other.text.length(), text.length());
    }

    private int kind() {
        if (isSingle()) {
            return 0;
        }
        if (from >= 0) {
            return 2;
        }
        return text.isEmpty() ? 3 : 1;
    }
}
