package io.clientele.transfer;

import io.clientele.access.HashedPassword;
import io.clientele.customer.CustomerDraft;
import org.jspecify.annotations.Nullable;

/**
 * A customer that a part of an import makes at its end, together with the others.
 *
 * @param brought the hash it brings along, or null
 * @param password the password in the clear that it brings along, or null
 */
record NewCustomer(
        CustomerDraft draft,
        @Nullable HashedPassword brought,
        @Nullable String password) {}
