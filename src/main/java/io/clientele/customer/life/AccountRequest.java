package io.clientele.customer.life;

import java.util.Objects;

/**
 * What somebody unknown asks for an address, carried out after the answer, so that the answer tells nothing of accounts.
 *
 * @param kind {@link #CONFIRMATION}, or the name of a {@link ResetTemplate}
 * @param from the network address it was asked from, for the audit log
 * @param requestId the request it was asked in, for the audit log
 */
record AccountRequest(String kind, int websiteId, String email, String from, String requestId) {

    static final String CONFIRMATION = "CONFIRMATION";

    /** One that an older release has left behind says nothing of where it came from. */
    AccountRequest {
        from = Objects.requireNonNullElse(from, "");
        requestId = Objects.requireNonNullElse(requestId, "");
    }
}
