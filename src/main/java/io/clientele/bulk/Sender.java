package io.clientele.bulk;

import io.clientele.shared.Caller;
import io.clientele.store.StoreScope;
import org.jspecify.annotations.Nullable;

/**
 * The request that operations came in: as much of it as they are carried out with.
 *
 * @param caller who sent it, as accepted then
 * @param address the network address it came from
 * @param requestId its id
 * @param userAgent what the client called itself, or null
 * @param stores the store views it spoke of
 * @param ifMatch its {@code If-Match}, which holds for each operation, or null
 */
record Sender(
        Caller caller,
        String address,
        String requestId,
        @Nullable String userAgent,
        StoreScope.Chosen stores,
        @Nullable String ifMatch) {}
