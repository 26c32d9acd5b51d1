package io.clientele.store;

import org.jspecify.annotations.Nullable;

/** A store group as REST shows and takes it. The id of a body loses against the path's. */
public record StoreGroupBody(
        @Nullable Integer id,
        @Nullable Integer websiteId,
        @Nullable Integer rootCategoryId,
        @Nullable Integer defaultStoreId,
        @Nullable String name,
        @Nullable String code) {

    static StoreGroupBody of(StoreGroup group) {
        return new StoreGroupBody(
                group.id(),
                group.websiteId(),
                group.rootCategoryId(),
                group.defaultStoreId(),
                group.name(),
                group.code());
    }

    StoreGroupDraft draft() {
        return new StoreGroupDraft(websiteId, code, name, rootCategoryId, defaultStoreId);
    }
}
