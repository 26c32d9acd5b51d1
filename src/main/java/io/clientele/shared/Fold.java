package io.clientele.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The one way to make a key of a text that must compare without regard to case: Unicode composed (NFC), then lower
 * case by the root locale. Stored in columns of collation "C", so that no server's locale has a say.
 */
public final class Fold {

    private Fold() {}

    public static String key(String text) {
        // Composed again, because lower-casing can decompose (U+0130).
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        // The small sigma has another shape at the end of a word; which one lower-casing gives depends on what follows.
        return Normalizer.normalize(lower, Normalizer.Form.NFC).replace('\u03c2', '\u03c3');
    }
}
