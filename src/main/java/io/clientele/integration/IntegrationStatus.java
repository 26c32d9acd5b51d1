package io.clientele.integration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an integration may call. */
public enum IntegrationStatus {
    ACTIVE,
    /** Switched off for a while: its credentials stay as they are. */
    INACTIVE,
    /** All its credentials have ended; it needs new ones. */
    REVOKED;

    /** As it is stored and shown. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<IntegrationStatus> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
    }
}
