package io.clientele.customer;

import org.jspecify.annotations.Nullable;

/** What signing in needs to know of a customer. */
record Account(
        long id, int websiteId, int groupId, @Nullable String confirmation, boolean active) {}
