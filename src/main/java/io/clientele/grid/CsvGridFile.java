package io.clientele.grid;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.clientele.shared.CsvCells;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Comma-separated values. No text begins like a formula. */
final class CsvGridFile implements GridFile {

    private final Writer writer;
    private final CsvWriter csv;

    CsvGridFile(OutputStream out, List<String> labels) {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv = CsvWriter.builder().build(writer);
        add(labels);
    }

    @Override
    public void add(List<?> cells) {
        csv.writeRecord(cells.stream()
                .map(cell -> cell instanceof Number ? cell.toString() : CsvCells.neutral(cell))
                .toList());
    }

    @Override
    public void end() throws IOException {
        csv.flush();
        writer.flush();
    }
}
