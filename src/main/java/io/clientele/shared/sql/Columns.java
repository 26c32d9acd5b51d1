package io.clientele.shared.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of many rows, column by column, as one statement takes them. The values travel as texts, and PostgreSQL
 * makes them what they are; names and types are the program's own.
 *
 * @param <T> what a row is made of
 */
public final class Columns<T> {

    private final List<Column<T>> all = new ArrayList<>();

    private record Column<T>(String name, String type, Function<? super T, ? extends @Nullable Object> value) {}

    /** Adds a column of the PostgreSQL type. */
    public Columns<T> with(String name, String type, Function<? super T, ? extends @Nullable Object> value) {
        all.add(new Column<>(name, type, value));
        return this;
    }

    /** Adds the columns. */
    public Columns<T> and(Columns<T> others) {
        all.addAll(others.all);
        return this;
    }

    /** {@code a, b}: what an insert names. */
    public String names() {
        return all.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** {@code n.a::text, n.b::integer}: what it selects. */
    public String values() {
        return all.stream().map(each -> "n." + each.name() + "::" + each.type()).collect(Collectors.joining(", "));
    }

    /** {@code a = n.a::text, b = n.b::integer}: what an update sets. */
    public String assignments() {
        return all.stream()
                .map(each -> each.name() + " = n." + each.name() + "::" + each.type())
                .collect(Collectors.joining(", "));
    }

    /** {@code unnest(?, ?) as n (a, b)} with the values of the rows: what all of them read from. */
    public SqlFragment of(List<? extends T> rows) {
        String marks = all.stream().map(each -> "?").collect(Collectors.joining(", "));
        List<@Nullable Object> arguments = new ArrayList<>(all.size());
        all.forEach(each -> arguments.add(texts(rows, each.value())));
        return new SqlFragment("unnest(" + marks + ") as n (" + names() + ")", arguments);
    }

    /** One value of each, as texts that PostgreSQL casts. */
    public static <T> String[] texts(List<? extends T> rows, Function<? super T, ? extends @Nullable Object> value) {
        String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Object each = value.apply(rows.get(i));
            texts[i] = each == null ? null : each.toString();
        }
        return texts;
    }
}
