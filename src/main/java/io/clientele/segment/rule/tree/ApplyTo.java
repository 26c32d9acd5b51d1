package io.clientele.segment.rule.tree;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom a segment is about. */
public enum ApplyTo {
    REGISTERED,
    VISITORS,
    BOTH;

    /** As JSON has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ApplyTo> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
