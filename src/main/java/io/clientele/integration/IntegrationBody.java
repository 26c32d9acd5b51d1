package io.clientele.integration;

import io.clientele.shared.ShownTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An integration as REST shows it; secrets only where they have just been made. */
public record IntegrationBody(
        long id,
        String name,
        @Nullable String email,
        @Nullable String endpoint,
        List<String> resources,
        List<Integer> websiteIds,
        List<String> redirectUris,
        boolean isPublic,
        String status,
        String clientId,
        @Nullable String clientSecret,
        String consumerKey,
        @Nullable String consumerSecret,
        @Nullable String accessToken,
        @Nullable String accessTokenSecret,
        String createdAt,
        String updatedAt) {

    static IntegrationBody of(Integration integration) {
        return of(integration, null);
    }

    static IntegrationBody of(Integration integration, @Nullable IssuedSecrets secrets) {
        return new IntegrationBody(
                integration.id(),
                integration.name(),
                integration.email(),
                integration.endpoint(),
                integration.resources(),
                integration.websiteIds(),
                integration.redirectUris(),
                integration.isPublic(),
                integration.status().text(),
                integration.clientId(),
                secrets == null ? null : secrets.clientSecret(),
                integration.consumerKey(),
                secrets == null ? null : secrets.consumerSecret(),
                secrets == null ? null : secrets.accessToken(),
                secrets == null ? null : secrets.accessTokenSecret(),
                ShownTime.of(integration.createdAt()),
                ShownTime.of(integration.updatedAt()));
    }
}
