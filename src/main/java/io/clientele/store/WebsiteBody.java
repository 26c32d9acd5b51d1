package io.clientele.store;

import org.jspecify.annotations.Nullable;

/** A website as REST shows and takes it. The id of a body loses against the path's. */
public record WebsiteBody(
        @Nullable Integer id,
        @Nullable String code,
        @Nullable String name,
        @Nullable Integer defaultGroupId) {

    static WebsiteBody of(Website website) {
        return new WebsiteBody(website.id(), website.code(), website.name(), website.defaultGroupId());
    }

    WebsiteDraft draft() {
        return new WebsiteDraft(code, name, defaultGroupId);
    }
}
