package io.clientele.address;

import java.util.regex.Pattern;

/**
 * What the contract takes for a person's name: letters and marks of any script, digits, white space and a few signs, up
 * to 255 code points.
 */
public final class PersonName {

    /** The most code points a name, and any other line of text of a person or an address, may have. */
    public static final int LONGEST = 255;

    private static final Pattern VALID = Pattern.compile("[\\p{L}\\p{M}\\p{Nd},\\-_.'’&`\\s]*");

    private PersonName() {}

    public static boolean isValid(String name) {
        return fits(name) && VALID.matcher(name).matches();
    }

    /** Whether a text is not longer than {@link #LONGEST} code points. */
    public static boolean fits(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST;
    }
}
