package io.clientele.shared.search;

import io.clientele.shared.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts by a part of them, with an index over {@code text_parts} of a text: the pieces of four signs that begin
 * at each of its places, and the three signs at its end. What the index finds is a little too much for a part of more
 * than four signs; the pattern itself decides.
 */
public final class TextParts {

    private static final int PIECE = 4;
    private static final int SHORTEST = 3;

    /** More pieces make no search quicker. */
    private static final int MOST = 16;

    private TextParts() {}

    /** The text as a part of a pattern of LIKE that matches nothing else. */
    public static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /**
     * The pieces that every text has which matches the pattern, as a {@code tsquery}.
     *
     * @param pattern of LIKE, folded as the texts are
     * @return null when it has no part of three signs or more; its beginning is none, another index serves that better
     */
    public static @Nullable String query(String pattern) {
        List<String> pieces = pieces(pattern);
        return pieces.isEmpty() ? null : pieces.stream().map(TextParts::quoted).collect(Collectors.joining(" & "));
    }

    /** The same as texts; one of three signs stands for all pieces that begin with it. */
    static List<String> pieces(String pattern) {
        List<String> pieces = new ArrayList<>();
        for (int[] part : parts(pattern.codePoints().toArray())) {
            if (part.length >= SHORTEST) {
                cut(part, pieces);
            }
        }
        return pieces.subList(0, Math.min(MOST, pieces.size()));
    }

    /** Whether the pieces alone decide: the pattern is any text with one part in it that is a piece or begins one. */
    static boolean decide(String pattern) {
        List<int[]> parts = parts(pattern.codePoints().toArray());
        return pattern.startsWith("%")
                && pattern.indexOf('_') < 0
                && parts.size() == 2
                && parts.get(1).length == 0
                && parts.get(0).length >= SHORTEST
                && parts.get(0).length <= PIECE;
    }

    /**
     * The condition that a text matches the pattern, so that the index over its pieces finds it. Where the pieces decide
     * they stand alone: PostgreSQL would take two conditions for independent and expect far too few rows.
     *
     * @param text the expression that gives the text, folded
     * @param pattern of LIKE, folded as the texts are
     */
    public static SqlFragment like(String text, String pattern) {
        String pieces = query(pattern);
        SqlFragment matches = SqlFragment.of(text + " like ?", pattern);
        if (pieces == null) {
            return matches;
        }
        SqlFragment found = SqlFragment.of("text_parts(" + text + ") @@ ?::tsquery", pieces);
        return decide(pattern) ? found : SqlFragment.joined("and", List.of(matches, found));
    }

    /** The signs between wildcards, without those that stand before the first one. */
    private static List<int[]> parts(int[] pattern) {
        List<int[]> parts = new ArrayList<>();
        int[] open = new int[pattern.length];
        int length = 0;
        boolean begun = false;
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i] == '%' || pattern[i] == '_') {
                if (begun) {
                    parts.add(Arrays.copyOf(open, length));
                }
                begun = true;
                length = 0;
            } else {
                if (pattern[i] == '\\' && i + 1 < pattern.length) {
                    i++;
                }
                open[length++] = pattern[i];
            }
        }
        if (begun) {
            parts.add(Arrays.copyOf(open, length));
        }
        return parts;
    }

    /** A piece after the other, the last one so that it ends with the part. */
    private static void cut(int[] part, List<String> pieces) {
        if (part.length < PIECE) {
            pieces.add(new String(part, 0, part.length));
            return;
        }
        for (int from = 0; from < part.length && pieces.size() < MOST; from += PIECE) {
            pieces.add(new String(part, Math.min(from, part.length - PIECE), PIECE));
        }
    }

    private static String quoted(String piece) {
        String text = "'" + piece.replace("\\", "\\\\").replace("'", "''") + "'";
        return isWhole(piece) ? text : text + ":*";
    }

    /** Whether it is a piece itself, and not the beginning of pieces. */
    static boolean isWhole(String piece) {
        return piece.codePointCount(0, piece.length()) == PIECE;
    }
}
