package io.clientele.transfer;

import io.clientele.shared.search.SearchCriteria;
import java.time.Instant;
import java.util.List;

/**
 * A file of customers that may be fetched.
 *
 * @param filters all of which a customer must match, by the fields customers are searched by
 * @param excluded columns that are left out
 * @param starterType the kind of caller who asked for it, by the contract's number
 */
record Export(
        long id,
        TransferKind kind,
        FileFormat format,
        List<SearchCriteria.Filter> filters,
        List<String> excluded,
        int starterType,
        long starterId,
        Instant createdAt) {}
