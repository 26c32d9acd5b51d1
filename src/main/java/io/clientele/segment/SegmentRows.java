package io.clientele.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clientele.segment.rule.tree.ApplyTo;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows of segments. */
final class SegmentRows {

    /** Decimal numbers of rules stay as they were written. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private SegmentRows() {}

    static SegmentView view(ResultSet row) throws SQLException {
        int version = row.getInt(9);
        Segment segment = new Segment(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                applyTo(row.getString(5)),
                List.of((Integer[]) row.getArray(14).getArray()),
                SegmentMode.named(row.getString(6)).orElseThrow(),
                json(row.getString(7)),
                row.getString(8),
                List.of((Long[]) row.getArray(15).getArray()),
                List.of((Long[]) row.getArray(16).getArray()),
                version,
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getObject(11, OffsetDateTime.class).toInstant());
        return new SegmentView(segment, row.getLong(17), moment(row, 12), row.getInt(13) == version);
    }

    static SegmentVersion version(ResultSet row) throws SQLException {
        return new SegmentVersion(
                row.getInt(1),
                json(row.getString(2)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    static ApplyTo applyTo(String word) {
        return ApplyTo.named(word).orElseThrow();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
