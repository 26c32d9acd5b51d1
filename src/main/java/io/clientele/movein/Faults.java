package io.clientele.movein;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.clientele.shared.CsvCells;
import io.clientele.shared.Template;
import io.clientele.shared.job.JobError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with rows of several files: all of it goes into a file, and what is wrong with many of them is told once. The file is
 * made with the first of them.
 */
final class Faults implements AutoCloseable {

    /** More different ones are only counted. */
    private static final int MOST_KINDS = 20;

    private final Path path;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private long count;
    private long others;
    private @Nullable CsvWriter csv;

    Faults(Path path) {
        this.path = path;
    }

    /** What is wrong with some rows. */
    private static final class Kind {

        private final long firstLine;
        private long rows;

        private Kind(long firstLine) {
            this.firstLine = firstLine;
        }
    }

    /** Takes what is wrong with rows of the file. */
    Consumer<JobError> of(String file) {
        return error -> add(file, error);
    }

    private void add(String file, JobError error) {
        String message = Template.render(error.message(), error.parameters());
        String column = error.field() == null ? "" : error.field();
        count++;
        String name = file + (column.isEmpty() ? "" : ", " + column) + ": " + message;
        if (kinds.containsKey(name) || kinds.size() < MOST_KINDS) {
            kinds.computeIfAbsent(name, _ -> new Kind(error.number())).rows++;
        } else {
            others++;
        }
        try {
            if (csv == null) {
                csv = CsvWriter.builder().build(Files.newOutputStream(path), StandardCharsets.UTF_8);
                csv.writeRecord("file", "line", "column", "message");
            }
            csv.writeRecord(
                    CsvCells.neutral(file),
                    Long.toString(error.number()),
                    CsvCells.neutral(column),
                    CsvCells.neutral(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count() {
        return count;
    }

    /** What is wrong, the same once, with the first line it is wrong with. */
    String text() {
        StringBuilder text = new StringBuilder();
        kinds.forEach((name, kind) -> text.append("  ")
                .append(name)
                .append(" (line ")
                .append(kind.firstLine)
                .append(kind.rows == 1 ? "" : " and " + (kind.rows - 1) + " more")
                .append(")\n"));
        if (others > 0) {
            text.append("  and ").append(others).append(" more\n");
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            if (csv != null) {
                csv.close();
                csv = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
