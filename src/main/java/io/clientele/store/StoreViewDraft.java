package io.clientele.store;

import org.jspecify.annotations.Nullable;

/** What is sent to create or change a store view; null leaves a part as it is. */
public record StoreViewDraft(
        @Nullable Integer websiteId,
        @Nullable Integer groupId,
        @Nullable String code,
        @Nullable String name,
        @Nullable Boolean active) {}
