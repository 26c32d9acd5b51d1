package io.clientele.shared.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** An answer that browsers keep as a file, and nobody on the way. */
public final class FileAnswer {

    private FileAnswer() {}

    /** @param name what the file is called: letters, digits, dots, dashes and underscores */
    public static Response of(StreamingOutput content, String mediaType, String name) {
        return Response.ok(new WholeOutput(content), mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
