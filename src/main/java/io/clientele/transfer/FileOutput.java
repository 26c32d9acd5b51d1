package io.clientele.transfer;

import io.clientele.shared.rest.FileAnswer;
import jakarta.ws.rs.core.Response;

/** An answer that browsers keep as a file. */
final class FileOutput {

    private FileOutput() {}

    static Response of(ImportService.Content content, FileFormat format, String name) {
        return FileAnswer.of(content::write, format.mediaType() + ";charset=UTF-8", name + "." + format.code());
    }
}
