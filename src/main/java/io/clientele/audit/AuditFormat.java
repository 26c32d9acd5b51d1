package io.clientele.audit;

import io.clientele.shared.Refusals;
import java.util.Locale;
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
        for (AuditFormat format : values()) {
            if (format.word().equals(word)) {
                return format;
            }
        }
        throw Refusals.invalidValue("format", word);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        return (this == CSV ? CSV_TYPE : NDJSON_TYPE) + "; charset=utf-8";
    }
}
