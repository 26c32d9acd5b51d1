package io.clientele.bulk;

import org.jspecify.annotations.Nullable;

/**
 * What became of an operation.
 *
 * @param status how it ended
 * @param message for people
 * @param errorCode the status that the request would have been answered; null for success
 * @param answer what the resource answered, sealed if it is about a person; null for none
 * @param person whose key it is sealed with, or null
 */
record Outcome(
        Waiting operation,
        OperationStatus status,
        String message,
        @Nullable Integer errorCode,
        @Nullable Sealed answer,
        @Nullable String person) {}
