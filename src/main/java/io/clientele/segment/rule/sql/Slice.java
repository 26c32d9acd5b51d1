package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of the facts: those of a half-open time, of certain statuses.
 *
 * @param from null for no bound
 * @param before null for no bound
 * @param statuses none for all that are not cancelled; null for facts without a status
 */
record Slice(
        @Nullable Instant from,
        @Nullable Instant before,
        @Nullable List<String> statuses) {

    static final Slice ALL = new Slice(null, null, null);

    /** Whether a row belongs to it. */
    SqlFragment rows(String moment) {
        List<SqlFragment> parts = new ArrayList<>();
        if (from != null) {
            parts.add(SqlFragment.of(moment + " >= ?", from));
        }
        if (before != null) {
            parts.add(SqlFragment.of(moment + " < ?", before));
        }
        if (statuses != null) {
            parts.add(
                    statuses.isEmpty()
                            ? SqlFragment.of("not o.cancelled")
                            : statuses.size() == 1
                                    ? SqlFragment.of("o.status = ?", statuses.getFirst())
                                    : SqlFragment.of("o.status = any (?)", (Object) statuses.toArray(String[]::new)));
        }
        return parts.isEmpty() ? SqlFragment.of("true") : SqlFragment.joined("and", parts);
    }

    /** Whether a row of a wider slice belongs to it; nothing where all do. */
    SqlFragment rowsOf(Slice wider, String moment) {
        Slice left = new Slice(
                Objects.equals(from, wider.from) ? null : from,
                Objects.equals(before, wider.before) ? null : before,
                Objects.equals(statuses, wider.statuses) ? null : statuses);
        return left.equals(ALL) ? SqlFragment.EMPTY : left.rows(moment);
    }

    /** A slice that has all rows of both. */
    Slice with(Slice other) {
        return new Slice(
                from == null || other.from == null ? null : from.isBefore(other.from) ? from : other.from,
                before == null || other.before == null ? null : before.isAfter(other.before) ? before : other.before,
                statuses != null && statuses.equals(other.statuses) ? statuses : null);
    }
}
