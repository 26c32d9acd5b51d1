package io.clientele.integration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An integration as a caller sends it; what is null was not sent. The id is the path's to say. */
public record IntegrationDraft(
        @Nullable Long id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String endpoint,
        @Nullable List<String> resources,
        @Nullable List<Integer> websiteIds,
        @Nullable List<String> redirectUris,
        @Nullable Boolean isPublic,
        @Nullable String status) {}
