package io.clientele.grid;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A file that rows are written to as they come, with a few of them in memory. What is not ended is no whole file. */
interface GridFile {

    static GridFile of(GridFormat format, OutputStream out, List<String> labels) throws IOException {
        return switch (format) {
            case CSV -> new CsvGridFile(out, labels);
            case XLSX -> new XlsxGridFile(out, labels);
            case XML -> new XmlGridFile(out, labels);
        };
    }

    /** @param cells a text or a number each */
    void add(List<?> cells) throws IOException;

    /** Writes what makes the file whole. */
    void end() throws IOException;
}
