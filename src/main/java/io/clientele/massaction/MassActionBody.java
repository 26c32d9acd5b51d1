package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.Refusals;
import io.clientele.shared.search.SearchCriteria;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to many customers, over REST.
 *
 * @param name {@code delete}, {@code group}, {@code subscribe}, {@code unsubscribe}, {@code attribute}, {@code revoke},
 *     {@code lock} or {@code unlock}
 * @param params what the action needs besides
 * @param ids whom it is done to
 * @param searchCriteria whom it is done to, as the list of customers is filtered
 * @param search words that must occur besides, as in the list of customers
 */
@Schema(name = "customer-mass-action")
public record MassActionBody(
        @Nullable String name,
        @Nullable ActionParams params,
        @Nullable List<Long> ids,
        @Nullable CriteriaBody searchCriteria,
        @Nullable String search) {

    /** Filters in one group are ored, groups are anded. No group is for everybody. */
    @Schema(name = "customer-mass-action-criteria")
    public record CriteriaBody(@Nullable List<GroupBody> filterGroups) {}

    /** Filters of which one must hold. */
    @Schema(name = "customer-mass-action-filter-group")
    public record GroupBody(@Nullable List<FilterBody> filters) {}

    /** A field, what it is compared with (text or a list) and how. */
    @Schema(name = "customer-mass-action-filter")
    public record FilterBody(
            @Nullable String field,
            @Nullable JsonNode value,
            @Nullable String conditionType) {}

    /** A customer that was changed, and what it was like. */
    @Schema(name = "customer-mass-action-change")
    public record ChangeBody(long customerId, @Nullable Object before) {}

    ActionParams actionParams() {
        return params == null ? ActionParams.NONE : params;
    }

    Selection selection() {
        return new Selection(ids, criteria(), search);
    }

    private @Nullable SearchCriteria criteria() {
        if (searchCriteria == null) {
            return null;
        }
        List<SearchCriteria.FilterGroup> groups = new ArrayList<>();
        for (GroupBody group : orNone(searchCriteria.filterGroups())) {
            List<SearchCriteria.Filter> filters =
                    orNone(group.filters()).stream().map(MassActionBody::filter).toList();
            if (!filters.isEmpty()) {
                groups.add(new SearchCriteria.FilterGroup(filters));
            }
        }
        return new SearchCriteria(groups, null, null, null);
    }

    private static SearchCriteria.Filter filter(FilterBody filter) {
        if (filter.field() == null || filter.field().isBlank()) {
            throw Refusals.required("field");
        }
        return SearchCriteria.Filter.of(filter.field(), value(filter.value()), filter.conditionType());
    }

    private static @Nullable Object value(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> all = new ArrayList<>();
        value.forEach(each -> all.add(each.asText()));
        return all;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
