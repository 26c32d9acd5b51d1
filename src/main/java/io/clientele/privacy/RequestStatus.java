package io.clientele.privacy;

import java.util.Locale;

/** How far a request is. */
public enum RequestStatus {
    /** Nobody knows yet whether it is the person who asks. */
    AWAITING_VERIFICATION,
    /** It is to be carried out, and something may be in the way. */
    OPEN,
    /** A job is carrying it out. */
    IN_PROGRESS,
    DONE,
    /** An administrator has refused it, with a reason. */
    REJECTED,
    /** The person has taken it back, or lifted what was done. */
    WITHDRAWN,
    /** Nobody has shown in time to be the person. */
    EXPIRED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RequestStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether it can still be refused, put off or taken back. */
    boolean isPending() {
        return this == AWAITING_VERIFICATION || this == OPEN;
    }
}
