package io.clientele.bulk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the operations of a request are.
 *
 * @param callerType the contract's number for the kind of whoever sent it
 */
public record BulkStatus(
        long id,
        UUID uuid,
        String topic,
        int callerType,
        long callerId,
        Instant acceptedAt,
        int operationCount,
        List<Operation> operations) {

    BulkStatus with(List<Operation> some) {
        return new BulkStatus(id, uuid, topic, callerType, callerId, acceptedAt, operationCount, some);
    }

    /**
     * An operation.
     *
     * @param number its place in the request, from 0 on
     * @param message what became of it, in words; null while it is open
     * @param errorCode the status that the request would have been answered; null unless it failed
     * @param body its parameters without secrets; empty once it has ended
     * @param answer what it answered, without secrets; empty while it is open, when it failed, and when the person it is
     *     about was erased
     */
    public record Operation(
            int number,
            UUID uuid,
            String topic,
            Instant acceptedAt,
            int status,
            @Nullable String message,
            @Nullable Integer errorCode,
            String body,
            String answer) {}
}
