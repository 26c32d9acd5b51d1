package io.clientele.transfer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.clientele.customer.Customer;
import io.clientele.shared.CsvCells;
import io.clientele.shared.search.Pages;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
    private final Pages<Customer> customers;
    private final Function<Customer, List<List<String>>> rows;
    private Runnable told = () -> {};

    ExportFile(
            FileFormat format,
            List<String> header,
            List<String> excluded,
            Pages<Customer> customers,
            Function<Customer, List<List<String>>> rows) {
        this.format = format;
        this.header = header;
        this.columns = IntStream.range(0, header.size())
                .filter(column -> !excluded.contains(header.get(column)))
                .toArray();
        this.customers = customers;
        this.rows = rows;
    }

    /** The same, telling of each customer that is written. */
    ExportFile telling(Runnable afterEach) {
        told = afterEach;
        return this;
    }

    /** Takes a row. */
    private interface Writer {

        void write(List<String> row) throws IOException;
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
            csv.writeRecord(chosen(header));
            each(row ->
                    csv.writeRecord(chosen(row).stream().map(CsvCells::neutral).toList()));
        }
    }

    private void writeJson(OutputStream out) throws IOException {
        try (OutputStream lines = new BufferedOutputStream(out)) {
            each(row -> {
                ObjectNode object = JSON.createObjectNode();
                for (int column : columns) {
                    object.put(header.get(column), row.get(column));
                }
                lines.write(JSON.writeValueAsBytes(object));
                lines.write('\n');
            });
        }
    }

    private void each(Writer writer) throws IOException {
        customers.<IOException>forEach(customer -> {
            for (List<String> row : rows.apply(customer)) {
                writer.write(row);
            }
            told.run();
        });
    }

    private List<String> chosen(List<String> row) {
        List<String> chosen = new ArrayList<>(columns.length);
        for (int column : columns) {
            chosen.add(row.get(column));
        }
        return chosen;
    }
}
