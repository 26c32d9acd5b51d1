package io.clientele.bulk;

import io.clientele.shared.Caller;
import io.clientele.shared.operation.WriteOperation;
import java.util.List;
import java.util.UUID;

/**
 * A request whose operations are to be carried out later.
 *
 * @param key what its operations and its sender are sealed with, itself sealed
 * @param sender the rest of the request, sealed
 */
record NewBulk(
        UUID uuid, Sealed key, WriteOperation operation, Caller caller, Sealed sender, List<NewOperation> operations) {}
