package io.clientele.shared.outgoing;

import org.jspecify.annotations.Nullable;

/** A call came to no answer: not in time, too large, or nobody was there. The message is for people. */
public class OutgoingFailed extends RuntimeException {

    OutgoingFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
