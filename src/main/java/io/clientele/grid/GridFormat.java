package io.clientele.grid;

import io.clientele.shared.Refusals;
import io.clientele.shared.Word;
import org.jspecify.annotations.Nullable;

/** What the grid is exported as. */
public enum GridFormat {
    CSV(GridFormat.CSV_TYPE + "; charset=utf-8"),
    XLSX(GridFormat.XLSX_TYPE),
    /** A workbook in one XML document, as spreadsheets have read it since 2003. */
    XML(GridFormat.XML_TYPE + "; charset=utf-8");

    static final String CSV_TYPE = "text/csv";
    static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String XML_TYPE = "application/xml";

    private final String mediaType;

    GridFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** @throws io.clientele.shared.Refusal for a word that is none; no word at all is CSV */
    static GridFormat of(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return CSV;
        }
        return Word.find(GridFormat.class, word).orElseThrow(() -> Refusals.invalidValue("format", word));
    }

    String word() {
        return Word.of(this);
    }

    String mediaType() {
        return mediaType;
    }
}
