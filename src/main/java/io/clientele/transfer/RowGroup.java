package io.clientele.transfer;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rows that are taken over or refused together: a customer with its addresses, or addresses of one customer that stand behind
 * each other.
 *
 * @param rows at least one, but for what was taken out of it
 * @param whole whether all rows of the file are in it
 */
record RowGroup(List<FileRow> rows, boolean whole) {

    RowGroup(List<FileRow> rows) {
        this(rows, true);
    }

    /** The rows among them that are like this. */
    RowGroup only(Predicate<FileRow> like) {
        return new RowGroup(rows.stream().filter(like).toList(), whole);
    }

    /** The same without rows that were refused. */
    RowGroup without(Set<Long> lines) {
        List<FileRow> left =
                rows.stream().filter(row -> !lines.contains(row.line())).toList();
        return new RowGroup(left, whole && left.size() == rows.size());
    }

    FileRow first() {
        return rows.getFirst();
    }

    /** The line the last row begins in: the next group comes behind it. */
    long lastLine() {
        return rows.getLast().line();
    }

    int size() {
        return rows.size();
    }
}
