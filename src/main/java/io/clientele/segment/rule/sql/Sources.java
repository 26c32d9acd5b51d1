package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is joined to the people of a statement. What several conditions need is there once. */
final class Sources {

    private final Layout layout;
    private final Map<Object, String> aliases = new HashMap<>();
    private final Map<Object, Aggregate> aggregates = new HashMap<>();
    private final List<Supplier<SqlFragment>> joins = new ArrayList<>();

    Sources(Layout layout) {
        this.layout = layout;
    }

    Layout layout() {
        return layout;
    }

    /** The column that is true for who has such facts. */
    String found(Object key, Supplier<Facts> facts) {
        return joined(key, alias -> layout.found(alias, facts.get())) + ".found";
    }

    /** The column that says how many different values a person's facts have. */
    String distinct(Object key, SqlFragment counted, Supplier<Facts> facts) {
        return joined(key, alias -> layout.distinct(alias, counted, facts.get())) + ".n";
    }

    /** The alias of a relation that has been worded by somebody else. */
    String joined(Object key, Function<String, SqlFragment> join) {
        return aliases.computeIfAbsent(key, each -> {
            String alias = "s" + (joins.size() + 1);
            SqlFragment sql = join.apply(alias);
            joins.add(() -> sql);
            return alias;
        });
    }

    /** Sums and the like over facts; columns and slices of it can be added until the statement is worded. */
    Aggregate aggregate(Object key, Supplier<Facts> facts) {
        return aggregates.compute(key, (each, known) -> {
            if (known != null && !known.isFull()) {
                return known;
            }
            Aggregate made = new Aggregate("s" + (joins.size() + 1), facts.get());
            joins.add(() -> made.joined(layout));
            return made;
        });
    }

    /** All of them, to stand behind the people. */
    SqlFragment joins() {
        return joins.stream().map(Supplier::get).reduce(SqlFragment.EMPTY, SqlFragment::then);
    }
}
