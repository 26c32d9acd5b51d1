package io.clientele.transfer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.clientele.shared.CsvCells;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes customers as they are read, in memory that does not grow with them. In CSV no cell begins like a formula; an import
 * undoes that.
 */
final class ExportFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileFormat format;
    private final List<String> header;
    private final int[] columns;
    private final ExportParts customers;
    private Runnable told = () -> {};

    ExportFile(FileFormat format, List<String> header, List<String> excluded, ExportParts customers) {
        this.format = format;
        this.header = header;
        this.columns = IntStream.range(0, header.size())
                .filter(column -> !excluded.contains(header.get(column)))
                .toArray();
        this.customers = customers;
    }

    /** The same, telling of each customer that is written. */
    ExportFile telling(Runnable afterEach) {
        told = afterEach;
        return this;
    }

    /** Takes a row. */
    private interface Writer {

        void write(String[] row) throws IOException;
    }

    void write(OutputStream out) {
        try {
            if (format == FileFormat.CSV) {
                writeCsv(out);
            } else {
                writeJson(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeCsv(OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord(chosen(header.toArray(String[]::new)));
            each(row -> csv.writeRecord(neutral(chosen(row))));
        }
    }

    private void writeJson(OutputStream out) throws IOException {
        try (OutputStream lines = new BufferedOutputStream(out)) {
            each(row -> {
                ObjectNode object = JSON.createObjectNode();
                for (int column : columns) {
                    object.put(header.get(column), row[column]);
                }
                lines.write(JSON.writeValueAsBytes(object));
                lines.write('\n');
            });
        }
    }

    private void each(Writer writer) throws IOException {
        customers.forEach(customer -> {
            for (String[] row : customer.rows()) {
                writer.write(row);
            }
            told.run();
        });
    }

    /** The row itself where nothing is left out. */
    private String[] chosen(String[] row) {
        if (columns.length == row.length) {
            return row;
        }
        String[] chosen = new String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            chosen[i] = row[columns[i]];
        }
        return chosen;
    }

    private static String[] neutral(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = CsvCells.neutral(cells[i]);
        }
        return cells;
    }
}
