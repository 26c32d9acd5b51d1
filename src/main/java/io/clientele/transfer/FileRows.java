package io.clientele.transfer;

import io.clientele.shared.Storable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file row after row, in memory that does not grow with it. */
interface FileRows {

    /** The most characters of a field. */
    int LONGEST_FIELD = 1 << 16;

    /** What stands in the place of bytes that are no UTF-8. */
    char REPLACEMENT = '\ufffd';

    /**
     * The next row; null at the end.
     *
     * @throws io.clientele.shared.Refusal when the rest of the file cannot be read
     */
    @Nullable
    FileRow next();

    /** The row with these cells, or what is wrong with one of them. */
    static FileRow checked(long line, Map<String, String> cells) {
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            String text = cell.getValue();
            if (text.length() > LONGEST_FIELD) {
                return FileRow.bad(line, new BadCell(cell.getKey(), TransferRefusals.fieldTooLong(LONGEST_FIELD)));
            }
            if (text.indexOf(REPLACEMENT) >= 0 || !Storable.is(text)) {
                return FileRow.bad(line, new BadCell(cell.getKey(), TransferRefusals.notText()));
            }
        }
        return FileRow.of(line, cells);
    }
}
