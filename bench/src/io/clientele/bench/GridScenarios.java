package io.clientele.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Every kind of filter of the administrator's list, keywords, orders and totals. */
final class GridScenarios {

    private static final String NEWEST = "-created_at";
    private static final List<String> NOBODY = List.of("qzqzqzqz");

    private final List<GridScenario> all = new ArrayList<>();
    private final Subjects.Subject administrator;
    private final GridTerms terms;

    GridScenarios(Subjects.Subject administrator, GridTerms terms) {
        this.administrator = administrator;
        this.terms = terms;
    }

    List<GridScenario> all() throws SQLException {
        own();
        names();
        billing();
        attributes();
        keywords();
        orders();
        totals();
        return all;
    }

    private void own() throws SQLException {
        filter("id", "eq", terms.customers("id::text"));
        range("id", terms.customers("id::text"), terms.customers("(id + 1000)::text"));
        filter("email", "eq", terms.customers("email"));
        filter("email", "like", with("", terms.customers("substr(email, 2, 6)"), "%", "%"), "parts");
        filter("website_id", "eq", List.of("1", "2"));
        filter("group_id", "eq", List.of("1", "2", "3", "4", "5"));
        filter("group_id", "in", List.of("2,3", "4,5", "1,5"));
        range("created_at", terms.customers("created_at::date::text"), terms.customers("(created_at::date + 1)::text"));
        range(
                "created_at",
                List.of("2021-03-01", "2023-05-01", "2025-01-01"),
                List.of("2021-04-01", "2023-09-01", "2025-02-01"));
        range("dob", terms.customers("dob::text"), terms.customers("(dob + 30)::text"));
        filter("gender", "eq", List.of("1", "2", "3"));
        filter("gender", "eq", List.of("0"), "nobody");
        filter("is_confirmed", "eq", List.of("0", "1"));
        filter("lock_expires", "notnull", List.of(""));
        filter("lock_expires", "gteq", List.of("2026-01-01 00:00:00", "2041-01-01 00:00:00"));
        filter("is_subscribed", "eq", List.of("1", "0"));
        filter("taxvat", "eq", terms.customers("taxvat"));
        filter("taxvat", "notnull", List.of(""));
        filter("created_in", "eq", List.of("Default Store View", "Outlet", "Nowhere"));
        filter("external_id", "eq", terms.customers("external_id"));
    }

    private void names() throws SQLException {
        filter("name", "like", with("", terms.customers("substr(lastname, 1, 5)"), "%", "%"), "parts");
        filter("name", "like", with("", terms.frequent("firstname", 12), "%", "%"), "frequent parts");
        filter("name", "like", with("", NOBODY, "%", "%"), "nobody");
        filter("name", "eq", terms.customers("firstname || ' ' || lastname"));
        filter("firstname", "eq", terms.customers("firstname"));
        filter("lastname", "like", with("", terms.customers("substr(lastname, 1, 3)"), "", "%"), "beginnings");
        filter("lastname", "like", with("", terms.customers("substr(lastname, 2, 4)"), "%", "%"), "parts");
        filter("lastname", "like", with("", NOBODY, "", "%"), "nobody");
    }

    private void billing() throws SQLException {
        for (String field : List.of("city", "postcode", "region", "country_id", "telephone", "company")) {
            filter("billing_" + field, "eq", terms.addresses(field));
            filter("billing_" + field, "eq", NOBODY, "nobody");
        }
        for (String field : List.of("city", "postcode", "telephone", "company", "street[1]")) {
            String name = "billing_" + field.replace("[1]", "");
            filter(name, "like", with("", terms.addresses("substr(" + field + ", 1, 4)"), "", "%"), "beginnings");
        }
        for (String field : List.of("city", "telephone", "company")) {
            filter(
                    "billing_" + field,
                    "like",
                    with("", terms.addresses("substr(" + field + ", 3, 5)"), "%", "%"),
                    "parts");
        }
        filter("billing_company", "notnull", List.of(""));
        filter("billing_fax", "notnull", List.of(""));
        filter("billing_country_id", "in", List.of("DE,FR", "SE,GB", "US,SE"));
    }

    private void attributes() throws SQLException {
        filter(
                "bench_nickname",
                "like",
                with("", terms.attribute("bench_nickname", "substr(?, 3, 8)"), "%", "%"),
                "parts");
        filter("bench_nickname", "like", with("", List.of("fox", "otter", "sunny", "yak"), "%", "%"), "frequent parts");
        filter("bench_nickname", "eq", terms.attribute("bench_nickname", "?"));
        filter("bench_nickname", "like", with("", NOBODY, "%", "%"), "nobody");
        filter("bench_nickname", "notnull", List.of(""));
        filter("bench_member_no", "eq", terms.attribute("bench_member_no", "?"));
        filter(
                "bench_member_no",
                "like",
                with("", terms.attribute("bench_member_no", "left(?, 6)"), "", "%"),
                "beginnings");
        range(
                "bench_since",
                terms.attribute("bench_since", "?"),
                terms.attribute("bench_since", "(?::date + 20)::text"));
        filter("bench_since", "gteq", List.of("2012-01-01", "2019-01-01", "2025-10-01", "2030-01-01"));
        filter("bench_tier", "eq", terms.options("bench_tier"));
        filter("bench_tier", "in", pairs(terms.options("bench_tier")));
        filter("bench_tier", "eq", List.of("9999999"), "nobody");
        filter("bench_tier", "null", List.of(""));
        filter("bench_interests", "finset", terms.options("bench_interests"));
        filter("bench_interests", "in", pairs(terms.options("bench_interests")));
        filter("bench_interests", "finset", List.of("9999999"), "nobody");
    }

    private void keywords() throws SQLException {
        List<String> first = terms.frequent("firstname", 12);
        List<String> last = terms.customers("lower(left(lastname, 6) collate \"und-x-icu\")");
        keyword("one frequent word", first);
        keyword("one word", last);
        keyword("two frequent words", List.of("anna mail", "peter example", "mail test", "maria invalid", "fox sunny"));
        keyword("a frequent and a rare word", pair(first, last));
        keyword("an e-mail address", terms.customers("email"));
        keyword("digits of a phone number", terms.addresses("right(telephone, 7)"));
        keyword("nobody", NOBODY);
        keyword("nobody with two frequent words", List.of("anna qzqz", "mail zzqq"));
    }

    private void orders() {
        for (String sort : List.of(
                "",
                NEWEST,
                "created_at",
                "lastname",
                "-lastname",
                "email",
                "name",
                "-name",
                "group_id",
                "website_id",
                "dob",
                "-dob",
                "billing_city",
                "-billing_postcode",
                "billing_telephone",
                "bench_since",
                "-bench_member_no",
                "bench_tier")) {
            add("Everybody", sort, List.of(""), _ -> Criteria.page());
        }
        for (String sort : List.of("lastname", "name", "email", "-dob", "billing_city")) {
            add(
                    "website_id eq",
                    sort,
                    List.of("1", "2"),
                    term -> Criteria.page().and("website_id", "eq", term));
        }
    }

    private void totals() throws SQLException {
        List<String> cities = terms.addresses("city");
        counted("website_id eq", List.of("1", "2"), term -> Criteria.page().and("website_id", "eq", term));
        counted("group_id eq", List.of("1", "3", "5"), term -> Criteria.page().and("group_id", "eq", term));
        counted("billing_city eq", cities, term -> Criteria.page().and("billing_city", "eq", term));
        counted(
                "bench_tier eq",
                terms.options("bench_tier"),
                term -> Criteria.page().and("bench_tier", "eq", term));
        counted(
                "keyword, one frequent word",
                terms.frequent("firstname", 12),
                term -> Criteria.page().search(term));
        counted("Everybody", List.of(""), _ -> Criteria.page());
    }

    private void filter(String field, String condition, List<String> values) {
        filter(field, condition, values, "");
    }

    private void filter(String field, String condition, List<String> values, String which) {
        add(
                field + " " + condition + (which.isEmpty() ? "" : ", " + which),
                NEWEST,
                values,
                value -> Criteria.page().and(field, condition, value));
    }

    /** From one value to the other. */
    private void range(String field, List<String> from, List<String> to) {
        List<String> places = java.util.stream.IntStream.range(0, from.size())
                .mapToObj(Integer::toString)
                .toList();
        add(
                field + " from … to …, " + (from.size() > 3 ? "narrow" : "wide"),
                NEWEST,
                places,
                place -> Criteria.page()
                        .and(field, "gteq", from.get(Integer.parseInt(place)))
                        .and(field, "lteq", to.get(Integer.parseInt(place))));
    }

    private void keyword(String which, List<String> words) {
        add("keyword, " + which, NEWEST, words, term -> Criteria.page().search(term));
    }

    private void counted(String name, List<String> terms, Function<String, Criteria> criteria) {
        add(
                name + ", with the total",
                NEWEST,
                terms,
                term -> criteria.apply(term).counted(true));
    }

    private void add(String name, String sort, List<String> values, Function<String, Criteria> criteria) {
        String order = sort.equals(NEWEST) ? "" : sort.isEmpty() ? ", by id" : ", by " + sort;
        all.add(new GridScenario(
                name + order,
                values.stream()
                        .distinct()
                        .map(value -> criteria.apply(value).by(sort).request(administrator))
                        .toList()));
    }

    private static List<String> with(String none, List<String> texts, String before, String after) {
        return texts.stream()
                .filter(text -> !text.equals(none) && !text.matches(".*[%_\\\\].*"))
                .map(text -> before + text + after)
                .toList();
    }

    private static List<String> pairs(List<String> values) {
        return pair(values.subList(1, values.size()), values.subList(0, values.size() - 1)).stream()
                .map(pair -> pair.replace(' ', ','))
                .toList();
    }

    private static List<String> pair(List<String> one, List<String> other) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            pairs.add(one.get(i) + " " + other.get(i));
        }
        return pairs;
    }
}
