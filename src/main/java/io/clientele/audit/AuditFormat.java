package io.clientele.audit;

import io.clientele.shared.Refusals;
import io.clientele.shared.Word;
import org.jspecify.annotations.Nullable;

/** What the log is exported as. */
enum AuditFormat {
    CSV,
    NDJSON;

    static final String CSV_TYPE = "text/csv";
    static final String NDJSON_TYPE = "application/x-ndjson";

    /** @throws io.clientele.shared.Refusal for a word that is none; no word at all is CSV */
    static AuditFormat of(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return CSV;
        }
        return Word.find(AuditFormat.class, word).orElseThrow(() -> Refusals.invalidValue("format", word));
    }

    String word() {
        return Word.of(this);
    }

    String mediaType() {
        return (this == CSV ? CSV_TYPE : NDJSON_TYPE) + "; charset=utf-8";
    }
}
