package io.clientele.attribute;

import java.util.Locale;
import java.util.regex.Pattern;

/** What happens to a text before it is kept. */
public enum InputFilter {
    NONE,
    TRIM,
    STRIPTAGS,
    ESCAPEHTML,
    /** Of dates only: nothing is left to do once a date has been read. */
    DATE;

    private static final Pattern TAG = Pattern.compile("<!--.*?(?:-->|$)|</?[a-zA-Z!?][^<>]*(?:>|$)", Pattern.DOTALL);
    private static final Pattern BARE_AMPERSAND =
            Pattern.compile("&(?!(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)");

    /** The contract's word; empty for none. */
    public String code() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    String apply(String text) {
        return switch (this) {
            case NONE, DATE -> text;
            case TRIM -> text.strip();
            case STRIPTAGS -> withoutTags(text);
            case ESCAPEHTML -> escaped(text);
        };
    }

    /** Where taking tags away joined the halves of others, no brackets are left at all. */
    private static String withoutTags(String text) {
        String stripped = TAG.matcher(text).replaceAll("");
        return TAG.matcher(stripped).find() ? stripped.replace("<", "").replace(">", "") : stripped;
    }

    /** What is an entity already stays one: a value that was read and is sent back does not change. */
    private static String escaped(String text) {
        return BARE_AMPERSAND
                .matcher(text)
                .replaceAll("&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#039;");
    }
}
