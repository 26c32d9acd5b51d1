package io.clientele.merge;

import io.clientele.merge.RowMemory.ChangedRow;
import io.clientele.shared.person.MergeRule;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Does to the rows of each rule what the rule says. Both accounts are held. */
@ApplicationScoped
class MergingRepository {

    /** A row as it was and as it is, what differs, and whether it was another customer's. */
    private static final String CHANGED = "w.before::text, to_jsonb(t)::text,"
            + " (select coalesce(string_agg(b.key, ','), '') from jsonb_each(w.before) b"
            + " where b.value is distinct from to_jsonb(t) -> b.key), w.owner <> t.%s";

    private final Database database;

    @Inject
    MergingRepository(Database database) {
        this.database = database;
    }

    RowMemory take(MergeRule rule, MergePair pair) {
        return switch (rule.fate()) {
            case MOVED -> moved(rule, pair);
            case FOLLOWS -> followed(rule, pair);
            case KEPT -> kept(rule, pair, false);
            case TAKEN_OUT -> kept(rule, pair, true);
            case ENDED -> ended(rule, pair);
            case REMAINS -> RowMemory.none(rule);
        };
    }

    private RowMemory moved(MergeRule rule, MergePair pair) {
        RuleSql sql = new RuleSql(rule, pair);
        if (lock(sql, rule, pair) == 0) {
            return RowMemory.none(rule);
        }
        List<ChangedRow> changed = new ArrayList<>(combined(sql, rule, pair));
        List<String> kept =
                rule.likeness().isEmpty() ? List.of() : rows(sql.of(pair.goes()).then(sql.alike(true)), sql);
        List<String> moved = List.of();
        if (rule.set().isEmpty() && !rule.isStrict()) {
            moved = database.list(
                    SqlFragment.of("update " + rule.table() + " t set " + rule.owner() + " = ? where", pair.stays())
                            .then(sql.owned(pair.goes()))
                            .then(sql.alike(false))
                            .then("returning " + sql.keyJson()),
                    row -> row.getString(1));
        } else {
            changed.addAll(changed(sql, rule, sql.of(pair.goes()).then(sql.alike(false)), pair));
        }
        return RowMemory.of(rule, moved, changed, kept, 0);
    }

    /** Answers how many rows there are to be moved. */
    private int lock(RuleSql sql, MergeRule rule, MergePair pair) {
        boolean both = !rule.combined().isEmpty();
        SqlFragment rows = both
                ? SqlFragment.of(
                        "select t." + rule.owner() + " from " + rule.table() + " t where (" + rule.only() + ") and t."
                                + rule.owner() + " in (?, ?)",
                        pair.goes(),
                        pair.stays())
                : SqlFragment.of("select t." + rule.owner()).then(sql.of(pair.goes()));
        return (int) database.list(rows.then(sql.inOrder(both) + " for update"), row -> row.getLong(1)).stream()
                .filter(owner -> owner == pair.goes())
                .count();
    }

    private List<ChangedRow> combined(RuleSql sql, MergeRule rule, MergePair pair) {
        if (rule.combined().isEmpty()) {
            return List.of();
        }
        SqlFragment was = SqlFragment.of(
                "with was as (select s.ctid as place, to_jsonb(s) as before, s." + rule.owner() + " as owner");
        List<String> columns = List.copyOf(rule.combined().keySet());
        for (Map.Entry<String, String> each : rule.combined().entrySet()) {
            was = was.then(", (").then(sql.with(each.getValue())).then(") as " + each.getKey());
        }
        return database
                .list(
                        was.then("from " + rule.table() + " t join " + rule.table() + " s on (")
                                .then(sql.with(rule.likeness()))
                                .then(") where")
                                .then(sql.owned(pair.goes()))
                                .then("and s." + rule.owner() + " = ?)", pair.stays())
                                .then("update " + rule.table() + " t set "
                                        + RuleSql.each(columns, column -> column + " = w." + column, ", ")
                                        + " from was w where t.ctid = w.place returning "
                                        + CHANGED.formatted(rule.owner())),
                        MergingRepository::changed)
                .stream()
                .filter(each -> !each.columns().isEmpty())
                .toList();
    }

    private static ChangedRow changed(ResultSet row) throws SQLException {
        String columns = row.getString(3);
        return new ChangedRow(
                row.getString(1),
                row.getString(2),
                columns.isEmpty() ? List.of() : List.of(columns.split(",", -1)),
                row.getBoolean(4));
    }

    /** Sets owner and columns of the rows. */
    private List<ChangedRow> changed(RuleSql sql, MergeRule rule, SqlFragment rows, MergePair pair) {
        SqlFragment was = SqlFragment.of(
                "with was as (select t.ctid as place, to_jsonb(t) as before, t." + rule.owner() + " as owner");
        List<String> columns = List.copyOf(rule.set().keySet());
        for (Map.Entry<String, String> each : rule.set().entrySet()) {
            was = was.then(", (").then(sql.with(each.getValue())).then(") as " + each.getKey());
        }
        String set = columns.isEmpty() ? "" : ", " + RuleSql.each(columns, column -> column + " = w." + column, ", ");
        return database.list(
                was.then(rows)
                        .then(
                                ") update " + rule.table() + " t set " + rule.owner() + " = ?" + set
                                        + " from was w where t.ctid = w.place returning "
                                        + CHANGED.formatted(rule.owner()),
                                pair.stays()),
                MergingRepository::changed);
    }

    private RowMemory followed(MergeRule rule, MergePair pair) {
        RuleSql sql = new RuleSql(rule, pair);
        database.list(
                SqlFragment.of("select 1").then(sql.of(pair.stays())).then(sql.inOrder(false) + " for update"),
                row -> 0);
        List<ChangedRow> changed = changed(sql, rule, sql.of(pair.stays()), pair).stream()
                .filter(each -> !each.columns().isEmpty())
                .toList();
        return RowMemory.of(rule, List.of(), changed, List.of(), 0);
    }

    private RowMemory kept(MergeRule rule, MergePair pair, boolean remove) {
        RuleSql sql = new RuleSql(rule, pair);
        List<String> kept = rows(sql.of(pair.goes()), sql);
        if (remove) {
            database.run(SqlFragment.of("delete").then(sql.of(pair.goes())));
        }
        return RowMemory.of(rule, List.of(), List.of(), kept, 0);
    }

    private List<String> rows(SqlFragment which, RuleSql sql) {
        return database.list(
                SqlFragment.of("select to_jsonb(t)::text").then(which).then(sql.inOrder(false)),
                row -> row.getString(1));
    }

    private RowMemory ended(MergeRule rule, MergePair pair) {
        int count = database.first(
                        SqlFragment.of("select count(*)").then(new RuleSql(rule, pair).of(pair.goes())),
                        row -> row.getInt(1))
                .orElse(0);
        return RowMemory.of(rule, List.of(), List.of(), List.of(), count);
    }
}
