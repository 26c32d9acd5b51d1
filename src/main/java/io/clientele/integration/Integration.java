package io.clientele.integration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A third party that calls with credentials of its own.
 *
 * @param endpoint where the OAuth 1.0a handshake is sent to, or null for none
 * @param resources the ACL resources it holds, as they were given
 * @param websiteIds the websites it is limited to; empty for all
 * @param redirectUris where OAuth 2.0 may send a customer back to, each compared as it is
 * @param isPublic whether it cannot keep a secret, as an app that customers install; it has no client secret then
 * @param clientId its name in OAuth 2.0
 * @param consumerKey its name in OAuth 1.0a, 32 characters
 */
public record Integration(
        long id,
        String name,
        @Nullable String email,
        @Nullable String endpoint,
        List<String> resources,
        List<Integer> websiteIds,
        List<String> redirectUris,
        boolean isPublic,
        IntegrationStatus status,
        String clientId,
        String consumerKey,
        Instant createdAt,
        Instant updatedAt) {

    public boolean active() {
        return status == IntegrationStatus.ACTIVE;
    }
}
