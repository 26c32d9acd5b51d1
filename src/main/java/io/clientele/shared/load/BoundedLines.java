package io.clientele.shared.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of UTF-8, none of which takes more memory than is allowed, however long it is. */
public final class BoundedLines {

    private final InputStream in;
    private final int most;
    private long number;
    private Optional<String> line = Optional.empty();

    /** @param most the most bytes of a line */
    public BoundedLines(InputStream in, int most) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.most = most;
    }

    /** The number of the line that was read last, from 1 on. */
    public long number() {
        return number;
    }

    /** Reads the next line; false at the end of the file. */
    public boolean next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        int read = in.read();
        if (read < 0) {
            return false;
        }
        number++;
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (bytes.size() < most) {
                bytes.write(read);
            } else {
                tooLong = true;
            }
        }
        line = tooLong
                ? Optional.empty()
                : Optional.of(bytes.toString(StandardCharsets.UTF_8).strip());
        return true;
    }

    /** The line that was read last, without its end; empty when it was too long. */
    public Optional<String> line() {
        return line;
    }
}
