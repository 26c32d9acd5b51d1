package io.clientele.access;

import org.jspecify.annotations.Nullable;

/** An administrator as a caller sends it; what is null was not sent. The id is the path's to say. */
public record AdminUserDraft(
        @Nullable Long id,
        @Nullable String username,
        @Nullable String email,
        @Nullable String firstname,
        @Nullable String lastname,
        @Nullable String password,
        @Nullable Long roleId,
        @Nullable Boolean isActive) {}
