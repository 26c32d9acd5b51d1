package io.clientele.bulk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is due.
 *
 * @param number its place in its request
 * @param tries how often it was tried before
 * @param operation what it does, as the OpenAPI document names it
 * @param key what it is sealed with, itself sealed
 * @param sender the request it came in, sealed
 * @param body its parameters, sealed; null where they are large and read by themselves
 */
record Waiting(
        long bulkId,
        int number,
        int tries,
        UUID uuid,
        String operation,
        Sealed key,
        Sealed sender,
        @Nullable Sealed body) {}
