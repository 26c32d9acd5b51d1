package io.clientele.shared.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clientele.shared.Refusal;
import io.clientele.shared.search.SearchCriteria.Filter;
import io.clientele.shared.search.SearchCriteria.FilterGroup;
import io.clientele.shared.search.SearchCriteria.SortOrder;
import io.clientele.shared.search.SearchField.Type;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every condition on every type of field, run by PostgreSQL over five rows. */
@QuarkusTest
class SearchTest {

    private static final String ROWS = """
            (values
              (1, 'anna', 'red,blue', true, date '2026-01-31', timestamptz '2026-01-31 10:00:00+00', 9.99, 'x', 2130706433),
              (2, 'ben', 'blue', false, date '2026-02-01', timestamptz '2026-02-01 00:00:00+00', 10.00, null, 0),
              (3, 'élodie', '', true, date '2025-12-31', timestamptz '2025-12-31 23:59:59+00', 0.50, '', 1),
              (4, '50%_off', 'reddish', null, null, null, null, 'x,y', null),
              (5, 'null', 'red', false, date '1899-05-05', timestamptz '1899-05-05 05:05:05+00', -3, 'z', 4294967296)
            ) as r (id, name, tags, flag, day, moment, amount, other, address)""";
    private static final Search.Source SOURCE = new Search.Source(
            "r.id",
            ROWS,
            new SearchFields(List.of(
                    SearchField.of("id", Type.INTEGER, "r.id"),
                    SearchField.text("name", "r.name"),
                    SearchField.text("tags", "r.tags"),
                    SearchField.of("is_flag", Type.BOOLEAN, "r.flag"),
                    SearchField.of("day", Type.DATE, "r.day"),
                    SearchField.of("created_at", Type.MOMENT, "r.moment"),
                    SearchField.of("amount", Type.DECIMAL, "r.amount"),
                    SearchField.text("other", "r.other"),
                    SearchField.of("address", Type.INTEGER, "r.address"))),
            "r.id");

    @Inject
    Search search;

    @Test
    void eq_compares_text_without_case_and_is_the_condition_where_none_is_named() {
        assertThat(found("name", "eq", "ÉLODIE")).containsExactly(3);
        assertThat(found("id", "eq", " 2 ")).containsExactly(2);
        assertThat(found("amount", "eq", "10")).containsExactly(2);
        assertThat(found("is_flag", "eq", "1")).containsExactly(1, 3);
        assertThat(found("day", "eq", "2026-02-01")).containsExactly(2);
        assertThat(found("created_at", "eq", "2026-01-31 10:00:00")).containsExactly(1);
    }

    @Test
    void neq_leaves_out_rows_without_a_value() {
        assertThat(found("name", "neq", "anna")).containsExactly(2, 3, 4, 5);
        assertThat(found("amount", "neq", "10")).containsExactly(1, 3, 5);
    }

    @Test
    void gt_lt_gteq_lteq_and_moreq_compare_numbers_and_days() {
        assertThat(found("amount", "gt", "9.99")).containsExactly(2);
        assertThat(found("amount", "gteq", "9.99")).containsExactly(1, 2);
        assertThat(found("amount", "moreq", "9.99")).containsExactly(1, 2);
        assertThat(found("amount", "lt", "0.5")).containsExactly(5);
        assertThat(found("amount", "lteq", "0.50")).containsExactly(3, 5);
        assertThat(found("day", "gt", "2025-12-31")).containsExactly(1, 2);
        assertThat(found("name", "gteq", "ben")).contains(2, 5);
    }

    @Test
    void from_and_to_are_the_ends_of_a_range_and_belong_to_it() {
        SearchCriteria range = criteria(
                List.of(
                        group(filter("created_at", "from", "2026-01-31 10:00:00")),
                        group(filter("created_at", "to", "2026-02-01"))),
                null,
                null,
                null);
        assertThat(ids(range)).containsExactly(1, 2);
        assertThat(found("created_at", "from", "2026-02-01T01:00:00+01:00")).containsExactly(2);
    }

    @Test
    void like_and_nlike_take_wildcards_and_add_none() {
        assertThat(found("name", "like", "AN%")).containsExactly(1);
        assertThat(found("name", "like", "_en")).containsExactly(2);
        assertThat(found("name", "like", "nn")).isEmpty();
        assertThat(found("name", "like", "50\\%\\_%")).containsExactly(4);
        assertThat(found("name", "nlike", "%n%")).containsExactly(3, 4);
        assertThat(found("id", "like", "%")).containsExactly(1, 2, 3, 4, 5);
        assertThat(found("created_at", "like", "2026-01-31%")).containsExactly(1);
        assertThat(found("is_flag", "like", "1")).containsExactly(1, 3);
    }

    @Test
    void fulltext_finds_what_is_contained_and_knows_no_wildcards() {
        assertThat(found("name", "fulltext", "NN")).containsExactly(1);
        assertThat(found("name", "fulltext", "%_")).containsExactly(4);
        assertThat(found("name", "fulltext", "a%a")).isEmpty();
    }

    @Test
    void in_and_nin_take_a_list_or_a_text_with_commas() {
        assertThat(found("id", "in", "1, 3,9")).containsExactly(1, 3);
        assertThat(found("id", "in", List.of("2", "5"))).containsExactly(2, 5);
        assertThat(found("name", "in", "ANNA,ben")).containsExactly(1, 2);
        assertThat(found("id", "nin", "1,2,3")).containsExactly(4, 5);
        assertThat(found("day", "in", "2026-01-31,2026-02-01")).containsExactly(1, 2);
        assertThat(found("created_at", "in", "2026-01-31 10:00:00")).containsExactly(1);
        assertThat(found("is_flag", "in", "1")).containsExactly(1, 3);
        assertThat(found("amount", "in", "9.990")).containsExactly(1);
        assertThat(found("id", "in", "")).isEmpty();
        assertThat(found("id", "nin", "")).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void null_and_notnull_need_no_value() {
        assertThat(found("amount", "null", null)).containsExactly(4);
        assertThat(found("amount", "notnull", null)).containsExactly(1, 2, 3, 5);
        assertThat(found("other", "null", "1")).containsExactly(2);
    }

    @Test
    void is_takes_the_words_null_and_not_null_and_otherwise_compares() {
        assertThat(found("other", "is", "null")).containsExactly(2);
        assertThat(found("other", "is", "NOT NULL")).containsExactly(1, 3, 4, 5);
        assertThat(found("id", "is", "4")).containsExactly(4);
    }

    @Test
    void seq_and_sneq_take_empty_text_for_nothing() {
        assertThat(found("other", "seq", "")).containsExactly(2);
        assertThat(found("other", "sneq", "")).containsExactly(1, 3, 4, 5);
        assertThat(found("other", "seq", "X")).containsExactly(1);
        assertThat(found("other", "sneq", "x")).containsExactly(3, 4, 5);
    }

    @Test
    void finset_and_nfinset_test_membership_in_a_list_with_commas() {
        assertThat(found("tags", "finset", "RED")).containsExactly(1, 5);
        assertThat(found("tags", "nfinset", "red")).containsExactly(2, 3, 4);
        assertThat(found("id", "finset", "3")).containsExactly(3);
    }

    @Test
    void regexp_searches_without_case() {
        assertThat(found("name", "regexp", "^(ANNA|ben)$")).containsExactly(1, 2);
        assertThat(found("id", "regexp", "[45]")).containsExactly(4, 5);
    }

    @Test
    void ntoa_sees_a_number_as_a_network_address() {
        assertThat(found("address", "ntoa", "127.%")).containsExactly(1);
        assertThat(found("address", "ntoa", "%")).containsExactly(1, 2, 3);
        assertThat(found("name", "ntoa", "%")).isEmpty();
    }

    @Test
    void filters_of_one_group_are_ored_and_groups_are_anded() {
        SearchCriteria criteria = criteria(
                List.of(
                        group(filter("id", "eq", "1"), filter("id", "eq", "2"), filter("name", "eq", "null")),
                        group(filter("is_flag", "eq", "0"))),
                null,
                null,
                null);
        assertThat(ids(criteria)).containsExactly(2, 5);
    }

    @Test
    void what_holds_always_holds_besides_the_callers_filters() {
        SearchCriteria criteria = criteria(List.of(group(filter("id", "gt", "1"))), null, null, null);
        assertThat(search.page(SOURCE, SqlFragment.of("r.id < ?", 4), criteria, row -> row.getInt(1))
                        .items())
                .containsExactly(2, 3);
    }

    @Test
    void conditions_and_fields_are_known_in_any_spelling() {
        assertThat(found("isFlag", "EQ", "1")).containsExactly(1, 3);
        assertThat(found("CREATED_AT", "gTeQ", "2026-02-01")).containsExactly(2);
    }

    @Test
    void sorts_run_one_after_the_other_and_end_with_the_key() {
        assertThat(sorted("amount", "ASC")).containsExactly(4, 5, 3, 1, 2);
        assertThat(sorted("amount", "DESC")).containsExactly(2, 1, 3, 5, 4);
        SearchCriteria two = criteria(
                List.of(), List.of(new SortOrder("is_flag", "DESC"), new SortOrder("name", "DESC")), null, null);
        assertThat(ids(two)).startsWith(3, 1, 5, 2);
        // Those that are alike go the same way.
        assertThat(sorted("is_flag", "DESC")).containsExactly(3, 1, 5, 2, 4);
        assertThat(sorted("is_flag", "ASC")).containsExactly(4, 2, 5, 1, 3);
    }

    @Test
    void pages_do_not_overlap_and_the_total_is_true_beyond_the_end() {
        assertThat(page(2, 1).items()).containsExactly(1, 2);
        assertThat(page(2, 1).totalCount()).isEqualTo(5);
        assertThat(page(2, 3).items()).containsExactly(5);
        assertThat(page(2, 3).totalCount()).isEqualTo(5);
        assertThat(page(5, 1).totalCount()).isEqualTo(5);
        assertThat(page(2, 4).items()).isEmpty();
        assertThat(page(2, 4).totalCount()).isEqualTo(5);
        assertThat(page(10_000, Integer.MAX_VALUE).totalCount()).isEqualTo(5);
        assertThat(page(2, 0).items()).containsExactly(1, 2);
        assertThat(page(2, -7).items()).containsExactly(1, 2);
        assertThat(page(0, null).items()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void the_total_can_be_left_out() {
        assertThat(search.page(SOURCE, SqlFragment.EMPTY, SearchCriteria.ALL, row -> row.getInt(1), false)
                        .totalCount())
                .isNull();
    }

    /** Two hundred rows are gone through for each one that is wanted. */
    @Test
    void what_is_frequent_is_met_on_the_way_and_found_by_the_condition_where_too_few_are_met() {
        Search.Source numbers = new Search.Source(
                "r.id",
                "generate_series(1, 1000) as r (id)",
                new SearchFields(List.of(
                        SearchField.of("id", Type.INTEGER, "r.id").ordered(),
                        SearchField.of("unsorted", Type.INTEGER, "r.id"))),
                "r.id");
        Demand soon = new Demand(
                SqlFragment.of("r.id > ?", 900),
                SqlFragment.of("r.id > ?", 150),
                SqlFragment.of("from generate_series(1, 7) r"));
        Demand late = new Demand(SqlFragment.of("r.id > ?", 900), SqlFragment.of("r.id > ?", 250), null);
        SearchCriteria one = criteria(List.of(), null, 1, null);
        assertThat(first(numbers, soon, one)).isEqualTo(151);
        assertThat(first(numbers, late, one)).isEqualTo(901);
        assertThat(first(numbers, soon, criteria(List.of(), null, 2, 50))).isEqualTo(249);
        Demand far = new Demand(SqlFragment.of("r.id > ?", 300), SqlFragment.of("r.id > ?", 150), null);
        assertThat(first(numbers, far, criteria(List.of(), null, 1, 501))).isEqualTo(801);
        assertThat(first(numbers, soon, criteria(List.of(), List.of(new SortOrder("id", "DESC")), 1, null)))
                .isEqualTo(1000);
        assertThat(first(numbers, soon, criteria(List.of(), List.of(new SortOrder("unsorted", "ASC")), 1, null)))
                .isEqualTo(901);
        assertThat(first(numbers, soon, criteria(List.of(group(filter("id", "lt", "400"))), null, 1, null)))
                .isEqualTo(151);
        assertThat(search.count(numbers, List.of(soon), one)).isEqualTo(7);
        assertThat(search.count(
                        numbers, List.of(soon), criteria(List.of(group(filter("id", "lt", "903"))), null, 1, null)))
                .isEqualTo(2);
    }

    private int first(Search.Source source, Demand demand, SearchCriteria criteria) {
        return search.page(source, List.of(demand), criteria, row -> row.getInt(1), false)
                .items()
                .getFirst();
    }

    @Test
    void a_page_over_the_maximum_is_refused() {
        assertThat(refusal(criteria(List.of(), null, 1_000_000, null)).template())
                .isEqualTo("Maximum SearchCriteria pageSize is %max");
    }

    @Test
    void unknown_fields_and_conditions_are_refused() {
        assertThat(refused("nothing", "eq", "1").template()).isEqualTo("Invalid attribute name: %1");
        assertThat(refusal(criteria(List.of(), List.of(new SortOrder("r.id; --", "ASC")), null, null))
                        .parameters())
                .isEqualTo(List.of("r.id; --"));
        Refusal condition = refused("id", "or 1=1", "1");
        assertThat(condition.template()).isEqualTo("Invalid value of \"%value\" provided for the %fieldName field.");
        assertThat(condition.rendered()).contains("\"or 1=1\"", "condition_type");
    }

    @Test
    void values_that_are_not_of_the_fields_type_are_refused() {
        String[][] wrong = {
            {"id", "abc"},
            {"id", "1.5"},
            {"id", ""},
            {"id", "9223372036854775808"},
            {"id", "1e400"},
            {"id", "1e999999999"},
            {"amount", "NaN"},
            {"amount", "1e-400"},
            {"is_flag", "maybe"},
            {"day", "31.01.2026"},
            {"day", "2026-02-30"},
            {"day", "+999999999-01-01"},
            {"created_at", "2026-02-01 25:00:00"},
            {"created_at", "infinity"},
            {"created_at", "2026-01-01 10:00:00+99:00"}
        };
        for (String[] each : wrong) {
            for (String condition : new String[] {"eq", "in", "gt", "is"}) {
                if (each[1].isEmpty() && condition.equals("in")) {
                    continue;
                }
                Refusal refusal = refused(each[0], condition, each[1]);
                assertThat(refusal.template())
                        .as("%s %s", each[0], each[1])
                        .isEqualTo("Invalid value of \"%value\" provided for the %fieldName field.");
            }
        }
    }

    private Refusal refused(String field, String condition, String value) {
        return refusal(criteria(List.of(group(filter(field, condition, value))), null, null, null));
    }

    private Refusal refusal(SearchCriteria criteria) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ids(criteria));
        assertThat(refusal).as("%s", criteria).isNotNull();
        return refusal;
    }

    private SearchResults<Integer> page(@Nullable Integer size, @Nullable Integer page) {
        return search.page(SOURCE, SqlFragment.EMPTY, criteria(List.of(), null, size, page), row -> row.getInt(1));
    }

    private List<Integer> sorted(String field, String direction) {
        return ids(criteria(List.of(), List.of(new SortOrder(field, direction)), null, null));
    }

    private List<Integer> found(String field, String condition, @Nullable Object value) {
        return ids(criteria(List.of(group(filter(field, condition, value))), null, null, null));
    }

    private List<Integer> ids(SearchCriteria criteria) {
        return search.page(SOURCE, SqlFragment.EMPTY, criteria, row -> row.getInt(1))
                .items();
    }

    private static SearchCriteria criteria(
            List<FilterGroup> groups,
            @Nullable List<SortOrder> orders,
            @Nullable Integer size,
            @Nullable Integer page) {
        return new SearchCriteria(groups, orders, size, page);
    }

    private static FilterGroup group(Filter... filters) {
        return new FilterGroup(List.of(filters));
    }

    private static Filter filter(String field, String condition, @Nullable Object value) {
        return new Filter(field, value, condition);
    }
}
