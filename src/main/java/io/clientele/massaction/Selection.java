package io.clientele.massaction;

import io.clientele.customer.CustomerQuery;
import io.clientele.shared.search.SearchCriteria;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom an action is done to: those who are named, or all who match.
 *
 * @param ids who are named; null when criteria say it
 * @param criteria what they must match; null when they are named
 * @param search words that must occur, as in the grid; with criteria only
 */
public record Selection(
        @Nullable List<Long> ids,
        @Nullable SearchCriteria criteria,
        @Nullable String search) {

    CustomerQuery query() {
        return new CustomerQuery(criteria == null ? SearchCriteria.ALL : criteria, search, null, false);
    }
}
