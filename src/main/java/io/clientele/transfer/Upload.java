package io.clientele.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file on this instance's disk while somebody sends it, so that no transaction waits for a slow connection. */
final class Upload implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final boolean temporary;

    private Upload(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    /** @throws io.clientele.shared.Refusal when there are more bytes than that */
    static Upload of(InputStream in, long most) {
        try {
            Upload upload = new Upload(Files.createTempFile("clientele-import", ".part"), true);
            try (OutputStream out = Files.newOutputStream(upload.path)) {
                byte[] chunk = new byte[CHUNK];
                long bytes = 0;
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    bytes += read;
                    if (bytes > most) {
                        throw TransferRefusals.fileTooLarge(most);
                    }
                    out.write(chunk, 0, read);
                }
                return upload;
            } catch (IOException | RuntimeException e) {
                upload.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that stays where it is. */
    static Upload at(Path path) {
        return new Upload(path, false);
    }

    Path path() {
        return path;
    }

    long bytes() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open() {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (temporary) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
