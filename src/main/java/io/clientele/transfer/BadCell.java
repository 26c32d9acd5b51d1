package io.clientele.transfer;

import io.clientele.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** A row cannot be understood: which of its columns, and why. */
final class BadCell extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final @Nullable String column;
    private final transient Refusal refusal;

    /** @param column null where it is the row as a whole */
    BadCell(@Nullable String column, Refusal refusal) {
        super(refusal.template(), null, false, false);
        this.column = column;
        this.refusal = refusal;
    }

    @Nullable
    String column() {
        return column;
    }

    Refusal refusal() {
        return refusal;
    }
}
