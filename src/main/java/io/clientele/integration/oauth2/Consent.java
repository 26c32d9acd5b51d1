package io.clientele.integration.oauth2;

import java.time.Instant;
import java.util.List;

/** What a customer lets an app do. */
public record Consent(
        long integrationId, String clientName, List<String> scopes, Instant createdAt, Instant updatedAt) {}
