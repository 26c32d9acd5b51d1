package io.clientele.shared.outgoing;

/** A call that is not made: it would go where none may go. */
public final class OutgoingRefused extends OutgoingFailed {

    OutgoingRefused(String message) {
        super(message, null);
    }
}
