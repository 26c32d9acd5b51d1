package io.clientele.shared.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list as the contract shows it.
 *
 * @param totalCount how many there are in all, or null when the caller asked not to count
 * @param next where the page that follows begins, when pages were asked for that way and this one is full
 */
public record SearchResults<T>(
        List<T> items,
        @JsonProperty("search_criteria") SearchCriteria searchCriteria,
        @JsonProperty("total_count") @Nullable Long totalCount,
        @Nullable String next) {

    public <R> SearchResults<R> map(java.util.function.Function<T, R> view) {
        return new SearchResults<>(items.stream().map(view).toList(), searchCriteria, totalCount, next);
    }
}
