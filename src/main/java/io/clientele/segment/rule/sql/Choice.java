package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;
import java.util.function.Supplier;

/**
 * Rows of a kind, and which of them a condition chooses. Where a few people are looked up, conditions that choose among the
 * same rows read them once; where everybody is read, each reads what it chooses, since an index may find that.
 *
 * @param kind tells the rows from other ones of the same scope
 * @param rows all of the kind
 * @param chosen which of them; nothing for all
 */
record Choice(Object kind, Supplier<Facts> rows, Supplier<SqlFragment> chosen) {

    Facts facts() {
        SqlFragment some = chosen.get();
        return some.text().isEmpty() ? rows.get() : rows.get().and(some);
    }
}
