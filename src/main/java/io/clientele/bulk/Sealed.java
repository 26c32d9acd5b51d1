package io.clientele.bulk;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Bytes as they are stored. */
final class Sealed {

    static final Sealed NOTHING = new Sealed(new byte[0]);

    private final byte[] bytes;

    private Sealed(byte[] bytes) {
        this.bytes = bytes;
    }

    static Sealed of(byte[] bytes) {
        return new Sealed(bytes);
    }

    static @Nullable Sealed ofNullable(byte @Nullable [] bytes) {
        return bytes == null ? null : new Sealed(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    /** As PostgreSQL reads a {@code bytea}. */
    String hex() {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }
}
