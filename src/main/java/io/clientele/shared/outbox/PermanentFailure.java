package io.clientele.shared.outbox;

/** The work of a message cannot be done, now or later. */
public final class PermanentFailure extends RuntimeException {

    public PermanentFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
