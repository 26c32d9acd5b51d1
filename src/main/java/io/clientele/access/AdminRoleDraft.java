package io.clientele.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role as a caller sends it; what is null was not sent. The id is the path's to say. */
public record AdminRoleDraft(
        @Nullable Long id,
        @Nullable String name,
        @Nullable List<String> resources,
        @Nullable List<Integer> websiteIds) {}
