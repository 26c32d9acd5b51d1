package io.clientele.transfer;

import java.util.Arrays;
import java.util.Locale;

/** How rows are written. */
enum FileFormat {
    CSV("text/csv"),
    /** A JSON object a line, with the columns as names. */
    NDJSON("application/x-ndjson");

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws io.clientele.shared.Refusal when there is none of that name */
    static FileFormat of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code().equals(code))
                .findFirst()
                .orElseThrow(() -> TransferRefusals.unknown("format", code));
    }
}
