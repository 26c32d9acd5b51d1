package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is joined to the people of a statement. What several conditions need is there once. */
final class Sources {

    private final Layout layout;
    private final boolean shared;
    private final Map<Object, String> aliases = new HashMap<>();
    private final Map<Object, Aggregate> aggregates = new HashMap<>();
    private final List<Source> sources = new ArrayList<>();
    private @Nullable String leading;

    private Sources(Layout layout, boolean shared) {
        this.layout = layout;
        this.shared = shared;
    }

    /** Of a statement about one rule. */
    static Sources ofOne(Layout layout) {
        return new Sources(layout, false);
    }

    /** Of a statement about several rules, for all of which each person is there. */
    static Sources ofSeveral(Layout layout) {
        return new Sources(layout, true);
    }

    /**
     * What stands behind the people.
     *
     * @param relation the relation alone; null for what can only be joined
     */
    private record Source(String alias, @Nullable Supplier<SqlFragment> relation, Supplier<SqlFragment> joined) {}

    Layout layout() {
        return layout;
    }

    /** Whether what nobody fits without may leave out people: everybody is read, for one rule. */
    boolean mayLeaveOut() {
        return layout == Layout.GROUPED && !shared;
    }

    /** The column that is true for who has such facts. */
    String found(Object key, Supplier<Facts> facts) {
        return related(key, alias -> layout.found(alias, facts.get())) + ".found";
    }

    /** The column that says how many different values a person's facts have. */
    String distinct(Object key, SqlFragment counted, Supplier<Facts> facts) {
        return related(key, alias -> layout.distinct(alias, counted, facts.get())) + ".n";
    }

    private String related(Object key, Function<String, SqlFragment> relation) {
        return aliases.computeIfAbsent(key, each -> {
            String alias = next();
            SqlFragment sql = relation.apply(alias);
            add(alias, () -> sql);
            return alias;
        });
    }

    /** The alias of a relation that is grouped by person whoever is asked about. */
    String grouped(Object key, Function<String, SqlFragment> relation) {
        return aliases.computeIfAbsent(key, each -> {
            String alias = next();
            SqlFragment sql = relation.apply(alias);
            sources.add(new Source(alias, () -> sql, () -> Layout.GROUPED.joined(alias, sql)));
            return alias;
        });
    }

    /** The alias of a relation that has been joined by somebody else's words. */
    String joined(Object key, Function<String, SqlFragment> join) {
        return aliases.computeIfAbsent(key, each -> {
            String alias = next();
            SqlFragment sql = join.apply(alias);
            sources.add(new Source(alias, null, () -> sql));
            return alias;
        });
    }

    /** Sums and the like over facts; columns and slices of it can be added until the statement is worded. */
    Aggregate aggregate(Object key, Supplier<Facts> facts) {
        return aggregates.compute(key, (each, known) -> {
            if (known != null && !known.isFull()) {
                return known;
            }
            Aggregate made = new Aggregate(next(), facts.get());
            add(made.alias(), () -> made.relation(layout));
            return made;
        });
    }

    private String next() {
        return "s" + (sources.size() + 1);
    }

    private void add(String alias, Supplier<SqlFragment> relation) {
        sources.add(new Source(alias, relation, () -> layout.joined(alias, relation.get())));
    }

    /** Lets the people be those of a relation that all who fit are in; the first one that is named does. */
    void lead(String alias) {
        if (leading == null) {
            leading = alias;
        }
    }

    /** The same with people who have such facts. Whether they do, which nobody else does. */
    boolean lead(Facts facts) {
        if (leading != null) {
            return false;
        }
        leading = related(facts, alias -> layout.found(alias, facts));
        return true;
    }

    /**
     * The people and what stands behind them.
     *
     * @param people the table of the people, as {@code p}; not needed where a relation says who they are
     */
    SqlFragment from(String people) {
        SqlFragment from = SqlFragment.of("from " + people);
        for (Source each : sources) {
            if (each.alias().equals(leading) && each.relation() != null) {
                from = SqlFragment.of("from")
                        .then(each.relation().get())
                        .then("cross join lateral (select " + leading + ".person_id as id) p");
            }
        }
        for (Source each : sources) {
            if (!each.alias().equals(leading)) {
                from = from.then(each.joined().get());
            }
        }
        return from;
    }

    /** Whether the people are those of a relation, and their own table is not read. */
    boolean isLed() {
        return leading != null;
    }
}
