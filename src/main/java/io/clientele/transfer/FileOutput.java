package io.clientele.transfer;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** An answer that browsers keep as a file. */
final class FileOutput {

    private FileOutput() {}

    static Response of(ImportService.Content content, FileFormat format, String name) {
        StreamingOutput output = content::write;
        return Response.ok(output, format.mediaType() + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + format.code() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
