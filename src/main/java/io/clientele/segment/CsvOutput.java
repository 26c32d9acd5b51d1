package io.clientele.segment;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** An answer that browsers keep as a file. */
final class CsvOutput {

    static final String TYPE = "text/csv";

    private CsvOutput() {}

    static Response of(StreamingOutput output, String file) {
        return Response.ok(output, TYPE + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
