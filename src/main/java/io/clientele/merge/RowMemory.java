package io.clientele.merge;

import io.clientele.shared.person.MergeRule;
import java.util.List;

/**
 * What was done to the rows of one rule, for undoing it. Rows are JSON as PostgreSQL writes it, never read as numbers here, so
 * that no digit is lost.
 *
 * @param part what they are called
 * @param fate what the rule says of them
 * @param moved the keys of rows that only belong to somebody else now
 * @param changed rows that were changed otherwise, as they were and as they were left
 * @param kept rows that go with their account
 * @param ended how many rows end with it
 */
record RowMemory(
        String part,
        String table,
        MergeRule.Fate fate,
        List<String> moved,
        List<ChangedRow> changed,
        List<String> kept,
        int ended) {

    /**
     * A row that was changed.
     *
     * @param columns what differs between the two
     * @param moved whether it belonged to the account that goes
     */
    record ChangedRow(String before, String after, List<String> columns, boolean moved) {}

    static RowMemory none(MergeRule rule) {
        return of(rule, List.of(), List.of(), List.of(), 0);
    }

    static RowMemory of(MergeRule rule, List<String> moved, List<ChangedRow> changed, List<String> kept, int ended) {
        return new RowMemory(rule.part(), rule.table(), rule.fate(), moved, changed, kept, ended);
    }

    boolean isEmpty() {
        return moved.isEmpty() && changed.isEmpty() && kept.isEmpty() && ended == 0;
    }
}
