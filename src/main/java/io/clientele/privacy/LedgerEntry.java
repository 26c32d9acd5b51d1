package io.clientele.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure as the ledger has it. There is nothing in it that names anybody to whoever lacks the ledger's key.
 *
 * @param id of the erasure, the same however often it is tried
 * @param request the id of the request
 * @param websiteId the website the request was made on
 * @param address the keyed address that was erased, with or without an account
 * @param accounts the account, first, and those that were merged into it; none for somebody without an account
 * @param erasedAt when it was carried out
 */
record LedgerEntry(UUID id, long request, int websiteId, String address, List<Account> accounts, Instant erasedAt) {

    LedgerEntry {
        accounts = List.copyOf(accounts);
    }

    /**
     * An account that is to be known again: an id alone may be somebody else's in a database that was set back.
     *
     * @param address its keyed address; null where it was forgotten before
     * @param createdAt when it was made; null where that was forgotten before
     */
    record Account(
            long id, @Nullable String address, @Nullable Instant createdAt) {}
}
