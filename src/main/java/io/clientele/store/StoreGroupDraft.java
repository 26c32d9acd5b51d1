package io.clientele.store;

import org.jspecify.annotations.Nullable;

/** What is sent to create or change a store group; null leaves a part as it is. */
public record StoreGroupDraft(
        @Nullable Integer websiteId,
        @Nullable String code,
        @Nullable String name,
        @Nullable Integer rootCategoryId,
        @Nullable Integer defaultStoreId) {}
