package io.clientele.shared.job;

import java.util.Locale;

/** How far a job is. */
public enum JobStatus {
    WAITING,
    /** Begun; an instance that was killed meanwhile leaves it so until another one takes it up. */
    RUNNING,
    DONE,
    FAILED,
    /** Ended because somebody asked for that; what was done stays done. */
    CANCELLED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether nothing follows. */
    public boolean hasEnded() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
