package io.clientele.segment;

import io.clientele.shared.rest.FileAnswer;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** An answer that browsers keep as a file. */
final class CsvOutput {

    static final String TYPE = "text/csv";

    private CsvOutput() {}

    static Response of(StreamingOutput output, String file) {
        return FileAnswer.of(output, TYPE + ";charset=UTF-8", file);
    }
}
