package io.clientele.transfer;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file.
 *
 * @param line the line it begins in, from 1 on
 * @param cells by column; empty ones among them
 * @param fault why it cannot be read; null when it can
 */
record FileRow(
        long line, Map<String, String> cells, @Nullable BadCell fault) {

    static FileRow of(long line, Map<String, String> cells) {
        return new FileRow(line, cells, null);
    }

    static FileRow bad(long line, BadCell fault) {
        return new FileRow(line, Map.of(), fault);
    }

    /** The same with more cells, which may be longer than others. */
    FileRow with(Map<String, String> parts) {
        if (parts.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(cells);
        all.putAll(parts);
        return new FileRow(line, all, fault);
    }

    /** What the cell says, without blanks around it; empty too where there is no such column. */
    String text(String column) {
        return cells.getOrDefault(column, "").strip();
    }
}
