package io.clientele.shared.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a statement: text with question marks and the arguments for them, in order. The text comes from the
 * program only; whatever a caller sends is an argument.
 */
public record SqlFragment(String text, List<@Nullable Object> arguments) {

    public static final SqlFragment EMPTY = new SqlFragment("", List.of());

    public static SqlFragment of(String text, @Nullable Object... arguments) {
        return new SqlFragment(text, Arrays.asList(arguments));
    }

    /** This piece followed by the other one, a blank between them. */
    public SqlFragment then(SqlFragment other) {
        if (other.text.isEmpty()) {
            return this;
        }
        List<@Nullable Object> all = new ArrayList<>(arguments);
        all.addAll(other.arguments);
        return new SqlFragment(text.isEmpty() ? other.text : text + " " + other.text, all);
    }

    public SqlFragment then(String more, @Nullable Object... values) {
        return then(of(more, values));
    }

    /** The same statement with another argument at a place, the first being 0. */
    public SqlFragment with(int place, @Nullable Object argument) {
        List<@Nullable Object> others = new ArrayList<>(arguments);
        others.set(place, argument);
        return new SqlFragment(text, others);
    }

    /** The pieces between brackets with a word between each two: {@code (a or b)}; nothing for no pieces. */
    public static SqlFragment joined(String word, List<SqlFragment> parts) {
        if (parts.isEmpty()) {
            return EMPTY;
        }
        StringBuilder text = new StringBuilder("(");
        List<@Nullable Object> arguments = new ArrayList<>();
        for (SqlFragment part : parts) {
            if (text.length() > 1) {
                text.append(' ').append(word).append(' ');
            }
            text.append(part.text);
            arguments.addAll(part.arguments);
        }
        return new SqlFragment(text.append(')').toString(), arguments);
    }
}
