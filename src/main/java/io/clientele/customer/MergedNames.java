package io.clientele.customer;

import org.jspecify.annotations.Nullable;

/**
 * What facts may name a merged account by, besides its id.
 *
 * @param emailKey the folded address, if its owner had shown to read its mail
 */
record MergedNames(
        int websiteId,
        @Nullable String externalId,
        @Nullable String emailKey) {}
