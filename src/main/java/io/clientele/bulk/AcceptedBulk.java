package io.clientele.bulk;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered whose operations are carried out later.
 *
 * @param bulkUuid by which to ask what becomes of them
 * @param errors whether some of them were rejected
 */
@Schema(name = "asynchronous-operations-data-async-response-interface")
public record AcceptedBulk(UUID bulkUuid, List<Item> requestItems, boolean errors) {

    /**
     * @param id its place in the request, from 0 on
     * @param dataHash SHA-256 of its parameters
     * @param status accepted or rejected
     */
    @Schema(name = "asynchronous-operations-data-item-status-interface")
    public record Item(
            int id,
            String dataHash,
            String status,
            @Nullable String errorMessage,
            @Nullable Integer errorCode) {}
}
