package io.clientele.store;

import org.jspecify.annotations.Nullable;

/** A store view as REST shows and takes it. The id of a body loses against the path's; {@code is_active} is 0 or 1. */
public record StoreViewBody(
        @Nullable Integer id,
        @Nullable String code,
        @Nullable String name,
        @Nullable Integer websiteId,
        @Nullable Integer storeGroupId,
        @Nullable Integer isActive) {

    static StoreViewBody of(StoreView view) {
        return new StoreViewBody(
                view.id(), view.code(), view.name(), view.websiteId(), view.groupId(), view.active() ? 1 : 0);
    }

    StoreViewDraft draft() {
        return new StoreViewDraft(websiteId, storeGroupId, code, name, isActive == null ? null : isActive != 0);
    }
}
