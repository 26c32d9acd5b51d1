package io.clientele.merge;

import io.clientele.shared.person.MergeRule;
import io.clientele.shared.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The texts that the statements of a rule are made of. What a rule says is the program's own; ids are arguments. */
final class RuleSql {

    private static final Pattern TOKEN = Pattern.compile("\\{(stays|website)}");
    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]*");

    private final MergeRule rule;
    private final MergePair pair;

    RuleSql(MergeRule rule, MergePair pair) {
        this.rule = rule;
        this.pair = pair;
    }

    /** The text with the ids that it speaks of. */
    SqlFragment with(String text) {
        List<@Nullable Object> arguments = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            arguments.add(matcher.group(1).equals("stays") ? (Object) pair.stays() : pair.website());
            matcher.appendReplacement(filled, "?");
        }
        return new SqlFragment(matcher.appendTail(filled).toString(), arguments);
    }

    /** {@code from TABLE t where …} the customer. */
    SqlFragment of(long customerId) {
        return SqlFragment.of("from " + rule.table() + " t where").then(owned(customerId));
    }

    /** Whether {@code t} is the customer's. */
    SqlFragment owned(long customerId) {
        return SqlFragment.of("(" + rule.only() + ") and t." + rule.owner() + " = ?", customerId);
    }

    /** {@code and [not] exists} a like of {@code t}; nothing where no row has one. */
    SqlFragment alike(boolean exists) {
        if (rule.likeness().isEmpty()) {
            return exists ? SqlFragment.of("and false") : SqlFragment.EMPTY;
        }
        return SqlFragment.of(
                        "and " + (exists ? "" : "not ") + "exists (select from " + rule.table() + " s where s."
                                + rule.owner() + " = ? and (",
                        pair.stays())
                .then(with(rule.likeness()))
                .then("))");
    }

    /** {@code order by} the key, so that rows are locked in the order in which others lock them. */
    String inOrder(boolean ofBoth) {
        List<String> columns = new ArrayList<>(rule.key());
        if (ofBoth) {
            columns.addFirst(rule.owner());
        }
        return columns.isEmpty() ? "" : "order by " + each(columns, column -> "t." + column, ", ");
    }

    /** The key of {@code t} as JSON. */
    String keyJson() {
        return rule.key().isEmpty()
                ? "'{}'"
                : "jsonb_build_object(" + each(rule.key(), column -> "'" + column + "', t." + column, ", ") + ")::text";
    }

    /** Whether {@code t} has the key of the other row. */
    String sameKey(String other) {
        return rule.key().isEmpty()
                ? "true"
                : each(rule.key(), column -> "t." + column + " = " + other + "." + column, " and ");
    }

    /** The text for each of the columns; names that no column has are refused. */
    static String each(List<String> columns, Function<String, String> text, String between) {
        return columns.stream().map(column -> text.apply(checked(column))).collect(Collectors.joining(between));
    }

    private static String checked(String column) {
        if (!COLUMN.matcher(column).matches()) {
            throw new IllegalStateException("no column is called " + column);
        }
        return column;
    }
}
