package io.clientele.segment.rule;

/**
 * A part of the text form.
 *
 * @param text the word or sign; of a quoted text what is in the quotes
 * @param column where it begins, counted from 1
 */
record Token(Kind kind, String text, int column) {

    enum Kind {
        /** A name, a keyword, a number, a day or a value without quotes. */
        WORD,
        QUOTED,
        SIGN,
        END
    }

    Place place() {
        return new Place.InText(column);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }
}
