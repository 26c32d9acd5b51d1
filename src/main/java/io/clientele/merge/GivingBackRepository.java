package io.clientele.merge;

import io.clientele.merge.LeftBehind.Reason;
import io.clientele.merge.RowMemory.ChangedRow;
import io.clientele.shared.person.MergeRule;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Undoes what was done to the rows of each rule, as far as nobody has done something else to them since. */
@ApplicationScoped
class GivingBackRepository {

    private final Database database;

    @Inject
    GivingBackRepository(Database database) {
        this.database = database;
    }

    /** Answers what was left as it is. Both accounts are there. */
    List<LeftBehind> giveBack(MergeRule rule, RowMemory memory, MergePair pair) {
        List<LeftBehind> left = new ArrayList<>();
        moveBack(rule, memory, pair, left);
        for (ChangedRow row : memory.changed()) {
            changeBack(rule, row, pair, left);
        }
        for (String row : memory.kept()) {
            putBack(rule, row, left);
        }
        return left;
    }

    private void moveBack(MergeRule rule, RowMemory memory, MergePair pair, List<LeftBehind> left) {
        if (memory.moved().isEmpty()) {
            return;
        }
        RuleSql sql = new RuleSql(rule, pair);
        database.list(
                SqlFragment.of("select 1")
                        .then(sql.of(pair.stays()))
                        .then(
                                "and exists (select from jsonb_populate_recordset(null::" + rule.table()
                                        + ", ?::jsonb) k where " + sql.sameKey("k") + ") " + sql.inOrder(false)
                                        + " for update",
                                array(memory.moved())),
                row -> 0);
        Set<String> back = new HashSet<>(database.list(
                SqlFragment.of(
                                "update " + rule.table() + " t set " + rule.owner()
                                        + " = ? from jsonb_populate_recordset(null::" + rule.table()
                                        + ", ?::jsonb) k where",
                                pair.goes(),
                                array(memory.moved()))
                        .then(sql.owned(pair.stays()))
                        .then("and " + sql.sameKey("k") + " returning " + sql.keyJson()),
                row -> row.getString(1)));
        memory.moved().stream()
                .filter(key -> !back.contains(key))
                .forEach(key -> left.add(new LeftBehind(rule.part(), key, Reason.GONE)));
    }

    private static String array(List<String> rows) {
        return "[" + String.join(",", rows) + "]";
    }

    /** A strict rule compares the whole row, another one only what the merge has changed. */
    private void changeBack(MergeRule rule, ChangedRow row, MergePair pair, List<LeftBehind> left) {
        RuleSql sql = new RuleSql(rule, pair);
        String compared = "(select jsonb_object_agg(e.key, e.value) from jsonb_each(%s) e where e.key = any (?))";
        // Whoever sends a whole book touches every address of it, and changes those that differ.
        String[] names = (rule.isStrict() ? MergeJson.names(row.after()) : row.columns())
                .stream().filter(name -> !name.equals("updated_at")).toArray(String[]::new);
        String places = "jsonb_populate_record(null::" + rule.table() + ", ?::jsonb) ";
        String same = sql.sameKey("a") + " and t." + rule.owner() + " is not distinct from a." + rule.owner();
        int done = database.run(SqlFragment.of(
                        "update " + rule.table() + " t set "
                                + RuleSql.each(row.columns(), column -> column + " = b." + column, ", ") + " from "
                                + places + "b, " + places + "a where " + same,
                        row.before(),
                        row.after())
                .then("and " + compared.formatted("to_jsonb(t)"), (Object) names)
                .then("= " + compared.formatted("?::jsonb"), row.after(), names));
        if (done == 0) {
            boolean there = database.first(
                            SqlFragment.of(
                                    "select 1 from " + rule.table() + " t, " + places + "a where " + same, row.after()),
                            found -> true)
                    .isPresent();
            left.add(new LeftBehind(rule.part(), key(rule, row.after()), there ? Reason.CHANGED : Reason.GONE));
        }
    }

    private void putBack(MergeRule rule, String row, List<LeftBehind> left) {
        List<String> columns = MergeJson.names(row);
        String names = RuleSql.each(columns, column -> column, ", ");
        StringBuilder text = new StringBuilder("insert into " + rule.table() + " (" + names + ") select "
                + RuleSql.each(columns, column -> "b." + column, ", ") + " from jsonb_populate_record(null::"
                + rule.table() + ", ?::jsonb) b where true");
        rule.needed()
                .forEach((column, parent) -> text.append(" and (b.")
                        .append(column)
                        .append(" is null or exists (select from ")
                        .append(parent.table())
                        .append(" p where p.")
                        .append(parent.column())
                        .append(" = b.")
                        .append(column)
                        .append("))"));
        List<String> place = new ArrayList<>(rule.key());
        place.addFirst(rule.owner());
        text.append(
                rule.overwritten().isEmpty()
                        ? " on conflict do nothing"
                        : " on conflict (" + String.join(", ", place) + ") do update set "
                                + RuleSql.each(rule.overwritten(), column -> column + " = excluded." + column, ", "));
        if (database.run(SqlFragment.of(text.toString(), row)) == 0) {
            left.add(new LeftBehind(rule.part(), key(rule, row), Reason.IN_THE_WAY));
        }
    }

    private static String key(MergeRule rule, String row) {
        return MergeJson.only(row, rule.key());
    }
}
