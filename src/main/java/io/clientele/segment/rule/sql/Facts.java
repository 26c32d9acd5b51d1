package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;

/**
 * Rows that belong to people.
 *
 * @param from tables and how they are joined
 * @param person the column that says whose the row is
 * @param where which rows count
 */
record Facts(SqlFragment from, String person, SqlFragment where) {

    static Facts of(String from, String person, SqlFragment where) {
        return new Facts(SqlFragment.of(from), person, where);
    }

    Facts and(SqlFragment more) {
        return new Facts(from, person, where.then("and").then(more));
    }

    /** Whether the person of the statement has such a row. */
    SqlFragment exists() {
        return SqlFragment.of("exists (select 1").then(fromWhere("= p.id")).then(")");
    }

    /** From here to the end of the condition, for rows whose person is as said. */
    SqlFragment fromWhere(String whose) {
        return SqlFragment.of("from")
                .then(from)
                .then("where " + person + " " + whose + " and")
                .then(where);
    }
}
