package io.clientele.shared.operation;

import io.clientele.shared.Refusal;

/** Why requests for later are not taken. */
public final class OperationRefusals {

    private OperationRefusals() {}

    /** Reading, and what can only be answered at once. */
    public static Refusal notProcessed() {
        return Refusal.input("Specified request cannot be processed.");
    }

    public static Refusal noList() {
        return Refusal.input("The request body must be a list of one or more objects. Verify and try again.");
    }
}
