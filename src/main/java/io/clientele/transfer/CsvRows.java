package io.clientele.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.clientele.shared.CsvCells;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, the first of which names the columns. */
final class CsvRows implements FileRows {

    /** What a field may have before the reader gives the file up: longer than any field we take, to refuse that by its line. */
    private static final int MOST_BUFFERED = 1 << 22;

    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private long line = 1;

    /** @throws io.clientele.shared.Refusal when not even the header can be read */
    CsvRows(InputStream in, char separator) {
        this.records = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MOST_BUFFERED)
                .ofCsvRecord(in, StandardCharsets.UTF_8)
                .iterator();
        CsvRecord first = read();
        if (first == null) {
            throw TransferRefusals.empty();
        }
        this.header = first.getFields().stream().map(String::strip).toList();
    }

    List<String> header() {
        return header;
    }

    @Override
    public @Nullable FileRow next() {
        CsvRecord record = read();
        if (record == null) {
            return null;
        }
        if (record.getFieldCount() > header.size()) {
            return FileRow.bad(
                    line, new BadCell(null, TransferRefusals.tooManyFields(record.getFieldCount(), header.size())));
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            // A row that breaks off says nothing in the columns behind.
            cells.put(header.get(i), i < record.getFieldCount() ? CsvCells.original(record.getField(i)) : "");
        }
        return FileRows.checked(line, cells);
    }

    private @Nullable CsvRecord read() {
        try {
            CsvRecord record = records.hasNext() ? records.next() : null;
            line = record == null ? line : record.getStartingLineNumber();
            return record;
        } catch (CsvParseException e) {
            throw TransferRefusals.unreadableFrom(line + 1);
        }
    }
}
