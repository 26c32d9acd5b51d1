package io.clientele.shared.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clientele.shared.Refusal;
import io.clientele.shared.search.SearchCriteria.Filter;
import io.clientele.shared.search.SearchCriteria.SortOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchQueryTest {

    @Test
    void a_query_without_the_root_is_refused() {
        Refusal refusal = refused("page_size", "1");
        assertThat(refusal.template()).isEqualTo("\"%fieldName\" is required. Enter and try again.");
        assertThat(refusal.parameters()).isEqualTo(Map.of("fieldName", "searchCriteria"));
    }

    @Test
    void an_empty_root_asks_for_everything() {
        assertThat(read("searchCriteria", "")).isEqualTo(SearchCriteria.ALL);
        assertThat(read("search_criteria", "all")).isEqualTo(SearchCriteria.ALL);
    }

    @Test
    void spellings_may_be_mixed_in_one_query() {
        SearchCriteria criteria = read(
                "searchCriteria[filter_groups][0][filters][0][field]", "a",
                "searchCriteria[filterGroups][0][filters][0][value]", "1",
                "search_criteria[filterGroups][0][filters][0][conditionType]", "gt",
                "searchCriteria[filterGroups][0][filters][1][field]", "b",
                "searchCriteria[filter_groups][0][filters][1][condition_type]", "null",
                "searchCriteria[sortOrders][0][field]", "a",
                "searchCriteria[sort_orders][0][direction]", "asc",
                "searchCriteria[pageSize]", "5",
                "searchCriteria[current_page]", "2");
        assertThat(criteria.filterGroups()).hasSize(1);
        assertThat(criteria.filterGroups().get(0).filters())
                .containsExactly(new Filter("a", "1", "gt"), new Filter("b", null, "null"));
        assertThat(criteria.sortOrders()).containsExactly(new SortOrder("a", "ASC"));
        assertThat(criteria.pageSize()).isEqualTo(5);
        assertThat(criteria.page()).isEqualTo(2);
    }

    @Test
    void indexes_need_neither_be_contiguous_nor_in_order() {
        SearchCriteria criteria = read(
                "searchCriteria[filter_groups][7][filters][3][field]", "second",
                "searchCriteria[filter_groups][2][filters][9][field]", "first",
                "searchCriteria[filter_groups][x][filters][][field]", "third");
        assertThat(criteria.filterGroups())
                .extracting(group -> group.filters().get(0).field())
                .containsExactly("first", "second", "third");
    }

    @Test
    void a_value_may_be_a_list() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        query.put("searchCriteria[filter_groups][0][filters][0][field]", List.of("id"));
        query.put("searchCriteria[filter_groups][0][filters][0][value][]", List.of("1", "2"));
        Filter filter = SearchQuery.read(query).filterGroups().get(0).filters().get(0);
        assertThat(filter.value()).isEqualTo(List.of("1", "2"));
        assertThat(filter.texts()).containsExactly("1", "2");
    }

    @Test
    void a_sort_that_is_not_of_the_form_is_ignored() {
        assertThat(read("searchCriteria[sort_orders][email]", "ASC").sortOrders())
                .isNull();
        assertThat(read("searchCriteria[sort_orders][0][direction]", "ASC").sortOrders())
                .isNull();
    }

    @Test
    void a_sort_without_a_direction_runs_down() {
        assertThat(read("searchCriteria[sort_orders][0][field]", "a").sortOrders())
                .containsExactly(new SortOrder("a", "DESC"));
    }

    @Test
    void another_direction_is_refused() {
        Refusal refusal = refused(
                "searchCriteria[sort_orders][0][field]", "a", "searchCriteria[sort_orders][0][direction]", "upwards");
        assertThat(refusal.rendered()).isEqualTo("Invalid value of \"upwards\" provided for the direction field.");
    }

    @Test
    void pages_must_be_whole_numbers() {
        for (String wrong : new String[] {"x", "1.5", "99999999999"}) {
            assertThat(refused("searchCriteria[page_size]", wrong).parameters())
                    .isEqualTo(Map.of("value", wrong, "type", "int"));
        }
        assertThat(read("searchCriteria[page_size]", "").pageSize()).isNull();
    }

    @Test
    void broken_brackets_do_no_harm() {
        for (String name : new String[] {
            "searchCriteria[",
            "searchCriteria[[",
            "searchCriteria[filter_groups",
            "searchCriteria[]",
            "searchCriteria" + "[a]".repeat(1000),
            "searchCriteria[filter_groups][0]x[filters]"
        }) {
            assertThat(read(name, "1").filterGroups()).isEmpty();
        }
    }

    private static SearchCriteria read(String... pairs) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.put(pairs[i], List.of(pairs[i + 1]));
        }
        return SearchQuery.read(query);
    }

    private static Refusal refused(String... pairs) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(pairs));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
