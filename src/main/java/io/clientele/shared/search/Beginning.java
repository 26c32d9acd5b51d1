package io.clientele.shared.search;

import io.clientele.shared.sql.SqlFragment;
import java.lang.Character.UnicodeScript;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the texts that begin alike lie in the order of the ICU root collation. Only an index of bytes finds a beginning by itself;
 * a list that is sorted by the text can begin and end there by its order instead, however many fit.
 */
final class Beginning {

    /** Greater than any other sign, which the root collation has for exactly this. */
    private static final String LAST = "\uffff";

    /** Scripts in which a text never sorts before a beginning of it, as it may where vowels are written before consonants. */
    private static final Set<UnicodeScript> IN_ORDER =
            Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.COMMON);

    private Beginning() {}

    /**
     * What is true of every text that matches, by the order alone.
     *
     * @param pattern of LIKE, folded as the texts are
     * @return null where the texts have another order, or the pattern has no beginning
     */
    static @Nullable SqlFragment range(SearchField field, String pattern) {
        String beginning = beginning(pattern);
        return field.isOfRootCollation() && !beginning.isEmpty()
                ? SqlFragment.of(field.sql() + " between ? and ?", beginning, beginning + LAST)
                : null;
    }

    /**
     * The signs before the first one that is not taken as it is, but for a last one that may be another letter together with
     * what follows, as a Cyrillic one with a mark over it.
     */
    static String beginning(String pattern) {
        int[] plain = pattern.codePoints().takeWhile(Beginning::isPlain).toArray();
        boolean open = plain.length > 0 && UnicodeScript.of(plain[plain.length - 1]) == UnicodeScript.CYRILLIC;
        return new String(plain, 0, open ? plain.length - 1 : plain.length);
    }

    private static boolean isPlain(int sign) {
        return Character.isLetterOrDigit(sign)
                ? IN_ORDER.contains(UnicodeScript.of(sign))
                : sign == ' ' || sign == '-' || sign == '\'' || sign == '.';
    }
}
