package io.clientele.shared.graphql;

/**
 * Finds numbers that no type can hold before they are read: reading one takes time quadratic to its length, and a
 * document has room for one of 60,000 digits.
 */
final class NumberLength {

    /** As many digits as a number in a REST body may have. */
    static final int MOST = 400;

    private static final String BLOCK = "\"\"\"";

    private final String text;
    private int at;

    private NumberLength(String text) {
        this.text = text;
    }

    /** Whether more digits than {@link #MOST} follow each other outside strings and comments. */
    static boolean isExceeded(String text) {
        return new NumberLength(text).find();
    }

    private boolean find() {
        int digits = 0;
        while (at < text.length()) {
            char letter = text.charAt(at);
            digits = letter >= '0' && letter <= '9' ? digits + 1 : 0;
            if (digits > MOST) {
                return true;
            }
            switch (letter) {
                case '#' -> skipComment();
                case '"' -> skipString();
                default -> at++;
            }
        }
        return false;
    }

    private void skipComment() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void skipString() {
        String end = text.startsWith(BLOCK, at) ? BLOCK : "\"";
        at += end.length();
        while (at < text.length() && !text.startsWith(end, at)) {
            // In a block only its end can be escaped, elsewhere any letter.
            boolean escape = end.equals(BLOCK)
                    ? text.startsWith(BLOCK, at + 1) && text.charAt(at) == '\\'
                    : text.charAt(at) == '\\';
            at += escape ? 1 + end.length() : 1;
        }
        at += end.length();
    }
}
