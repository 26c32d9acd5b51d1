package io.clientele.grid;

import io.clientele.shared.Refusals;
import io.clientele.shared.search.SearchCriteria;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a view may hold: columns there are, filters and sorts over those that take them. */
@ApplicationScoped
class GridViewRules {

    static final int DEFAULT_PAGE_SIZE = 20;
    private static final int LARGEST_PAGE = 1_000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_SEARCH = 255;
    private static final int MOST_FILTERS = 100;

    private final GridColumns columns;

    @Inject
    GridViewRules(GridColumns columns) {
        this.columns = columns;
    }

    /** @throws io.clientele.shared.Refusal naming the first thing that is wrong */
    String name(@Nullable String given) {
        String name = given == null ? "" : given.strip();
        if (name.isEmpty()) {
            throw Refusals.required("name");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Refusals.tooLong("name", LONGEST_NAME);
        }
        return name;
    }

    List<String> columns(List<String> given) {
        if (given.isEmpty()) {
            throw Refusals.required("columns");
        }
        check("columns", given, columns.codes(column -> true));
        if (new HashSet<>(given).size() < given.size()) {
            throw Refusals.invalidValue("columns", String.join(",", given));
        }
        return List.copyOf(given);
    }

    /** The columns shown until somebody chooses otherwise. */
    List<String> usualColumns() {
        return columns.all().stream()
                .filter(GridColumn::isVisible)
                .map(GridColumn::code)
                .toList();
    }

    List<GridView.Filter> filters(List<GridView.Filter> given) {
        if (given.size() > MOST_FILTERS) {
            throw Refusals.invalidValue("filters", given.size());
        }
        check("field", given.stream().map(filter -> text(filter.field())).toList(), filterable());
        return given.stream()
                .map(filter ->
                        SearchCriteria.Filter.of(text(filter.field()), text(filter.value()), filter.conditionType()))
                .map(filter -> new GridView.Filter(filter.field(), filter.text(), filter.conditionType()))
                .toList();
    }

    List<GridView.Sort> sort(List<GridView.Sort> given) {
        check("field", given.stream().map(sort -> text(sort.field())).toList(), sortable());
        return given.stream()
                .map(sort -> new GridView.Sort(sort.field(), direction(sort.direction())))
                .toList();
    }

    int pageSize(int given) {
        if (given < 1 || given > LARGEST_PAGE) {
            throw Refusals.invalidValue("page_size", given);
        }
        return given;
    }

    @Nullable
    String search(String given) {
        String words = given.strip();
        if (words.codePointCount(0, words.length()) > LONGEST_SEARCH) {
            throw Refusals.tooLong("search", LONGEST_SEARCH);
        }
        return words.isEmpty() ? null : words;
    }

    /** The view without what has gone since it was saved: an attribute's column, for example. */
    GridView present(GridView view) {
        Set<String> there = columns.codes(column -> true);
        Set<String> filterable = filterable();
        Set<String> sortable = sortable();
        return new GridView(
                view.id(),
                view.ownerId(),
                view.name(),
                view.columns().stream().filter(there::contains).toList(),
                view.filters().stream()
                        .filter(filter -> filterable.contains(text(filter.field())))
                        .toList(),
                view.search(),
                view.sort().stream()
                        .filter(sort -> sortable.contains(text(sort.field())))
                        .toList(),
                view.pageSize(),
                view.shared(),
                view.isDefault());
    }

    private Set<String> filterable() {
        return columns.codes(GridColumn::isFilterable);
    }

    private Set<String> sortable() {
        return columns.codes(GridColumn::isSortable);
    }

    private static void check(String field, Collection<String> named, Set<String> allowed) {
        named.stream().filter(name -> !allowed.contains(name)).findFirst().ifPresent(name -> {
            throw GridRefusals.notAColumn(field, name);
        });
    }

    private static String direction(@Nullable String given) {
        String direction = text(given).toUpperCase(Locale.ROOT);
        if (!direction.equals("ASC") && !direction.equals("DESC")) {
            throw Refusals.invalidValue("direction", text(given));
        }
        return direction;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
