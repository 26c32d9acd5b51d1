package io.clientele.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clientele.shared.load.BoundedLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file with a JSON object a line. Numbers and yes or no are what they would be in CSV; lists are options, or the
 * lines of a street.
 */
final class JsonRows implements FileRows {

    private static final int LONGEST_LINE = 1 << 20;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final BoundedLines lines;
    private final String valueSeparator;
    private final Predicate<String> taken;
    private final boolean nested;

    /**
     * @param taken whether a row may have a column of that name
     * @param nested whether objects and lists in a row are cells too: as the JSON they are
     */
    JsonRows(InputStream in, String valueSeparator, Predicate<String> taken, boolean nested) {
        this.lines = new BoundedLines(in, LONGEST_LINE);
        this.valueSeparator = valueSeparator;
        this.taken = taken;
        this.nested = nested;
    }

    @Override
    public @Nullable FileRow next() {
        try {
            while (lines.next()) {
                if (lines.line().isEmpty()) {
                    return FileRow.bad(lines.number(), new BadCell(null, TransferRefusals.lineTooLong(LONGEST_LINE)));
                }
                String line = withoutMark(lines.line().get());
                if (!line.isEmpty()) {
                    return row(lines.number(), line);
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files from some systems begin with a byte order mark. */
    private String withoutMark(String line) {
        return lines.number() == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
    }

    private FileRow row(long number, String line) {
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return FileRow.bad(number, new BadCell(null, TransferRefusals.notAnObject()));
        }
        if (!object.isObject()) {
            return FileRow.bad(number, new BadCell(null, TransferRefusals.notAnObject()));
        }
        Map<String, String> cells = new HashMap<>();
        Map<String, String> parts = new HashMap<>();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String column = property.getKey();
            if (!taken.test(column)) {
                return FileRow.bad(number, new BadCell(column, TransferRefusals.unknownColumn(column)));
            }
            if (nested && property.getValue().isContainerNode()) {
                parts.put(column, property.getValue().toString());
                continue;
            }
            if (property.getValue().isObject()) {
                return FileRow.bad(number, new BadCell(column, TransferRefusals.invalid(column, "{}")));
            }
            cells.put(column, text(column, property.getValue()));
        }
        FileRow checked = FileRows.checked(number, cells);
        return checked.fault() == null ? checked.with(parts) : checked;
    }

    private String text(String column, JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            String between = column.endsWith("street") ? "\n" : valueSeparator;
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(between));
        }
        return value.isBoolean() ? (value.booleanValue() ? "1" : "0") : value.asText();
    }
}
