package io.clientele.segment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the active segments on a connection that is given. */
final class LiveSegmentRows {

    private static final String ALL = """
            with recursive placed (id, level) as (
                select s.id, 0 from segment s
                union
                select r.segment_id, p.level + 1 from placed p join segment_reference r on r.named_id = p.id)
            select s.id, s.name, s.apply_to, s.mode, s.rule::text, s.version, s.reads,
                (select max(p.level) from placed p where p.id = s.id),
                array(select w.website_id from segment_website w where w.segment_id = s.id),
                array(select r.named_id from segment_reference r where r.segment_id = s.id)
            from segment s where s.is_active order by s.id""";

    private LiveSegmentRows() {}

    static Map<Long, LiveSegment> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            Map<Long, LiveSegment> segments = new TreeMap<>();
            while (row.next()) {
                LiveSegment segment = read(row);
                segments.put(segment.id(), segment);
            }
            return new LinkedHashMap<>(segments);
        }
    }

    private static LiveSegment read(ResultSet row) throws SQLException {
        return new LiveSegment(
                row.getLong(1),
                row.getString(2),
                SegmentRows.applyTo(row.getString(3)),
                Set.of((Integer[]) row.getArray(9).getArray()),
                SegmentMode.named(row.getString(4)).orElseThrow(),
                SegmentRows.json(row.getString(5)),
                row.getInt(6),
                row.getInt(7),
                Set.of((Long[]) row.getArray(10).getArray()),
                row.getInt(8));
    }
}
