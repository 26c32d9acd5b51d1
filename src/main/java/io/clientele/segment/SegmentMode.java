package io.clientele.segment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a change of facts is seen in a segment. */
public enum SegmentMode {
    /** At most a second after it. */
    SECOND,
    /** In the transaction that makes it, as long as that touches few customers; otherwise as {@link #SECOND}. */
    TRANSACTION;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SegmentMode> named(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
