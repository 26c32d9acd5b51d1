package io.clientele.store;

import org.jspecify.annotations.Nullable;

/** What is sent to create or change a website; null leaves a part as it is. */
public record WebsiteDraft(
        @Nullable String code,
        @Nullable String name,
        @Nullable Integer defaultGroupId) {}
