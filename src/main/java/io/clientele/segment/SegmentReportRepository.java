package io.clientele.segment;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The statements that count who is in segments. */
@ApplicationScoped
class SegmentReportRepository {

    /** Days on which nobody came or left have the size of the day before. */
    private static final String HISTORY = """
            with changed as (
                select day, sum(entered) as entered, sum(gone) as gone from segment_count
                where segment_id = ? group by day)
            select d.day, coalesce(c.entered, 0), coalesce(c.gone, 0),
                coalesce((select sum(b.entered - b.gone) from changed b where b.day <= d.day), 0)
            from generate_series(?::date, ?::date, interval '1 day') as g (moment)
            cross join lateral (select g.moment::date as day) d
            left join changed c on c.day = d.day
            order by d.day""";

    private static final String OVERLAP = """
            select one.segment_id, other.segment_id, count(*)
            from segment_member one join segment_member other on other.customer_id = one.customer_id
            where one.segment_id = any (?) and other.segment_id = any (?) and one.segment_id <= other.segment_id
            group by one.segment_id, other.segment_id order by one.segment_id, other.segment_id""";
    private static final String DISTINCT =
            "select count(distinct customer_id) from segment_member where segment_id = any (?)";

    private final Database database;

    @Inject
    SegmentReportRepository(Database database) {
        this.database = database;
    }

    List<SegmentHistory> history(long id, LocalDate from, LocalDate to) {
        return database.list(
                SqlFragment.of(HISTORY, id, from.toString(), to.toString()),
                row -> new SegmentHistory(
                        row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    List<SegmentOverlap> overlap(Collection<Long> ids) {
        return database.list(
                SqlFragment.of(OVERLAP, array(ids), array(ids)),
                row -> new SegmentOverlap(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    long distinct(Collection<Long> ids) {
        return database.first(SqlFragment.of(DISTINCT, (Object) array(ids)), row -> row.getLong(1))
                .orElse(0L);
    }

    private static long[] array(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
