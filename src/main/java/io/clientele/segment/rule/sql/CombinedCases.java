package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.VisitorList;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges customers, or a visitor, by many rules in one statement, in which every fact is read once. */
@ApplicationScoped
class CombinedCases {

    private static final SqlFragment NOBODY =
            SqlFragment.of("select null::bigint as segment_id, null::bigint as customer_id, null::boolean as fits,"
                    + " null::timestamptz as next_change where false");

    private static final SqlFragment NO_SEGMENT = SqlFragment.of("select null::bigint as segment_id where false");

    private final Zones zones;
    private final Leaves leaves;

    @Inject
    CombinedCases(Zones zones, Leaves leaves) {
        this.zones = zones;
        this.leaves = leaves;
    }

    /** A case among those of one time zone, with the part of its rule that is about the people who are asked about. */
    private record Zonal(long segmentId, RuleCase judged, Condition root, Zoned scope) {}

    SqlFragment judged(Map<Long, RuleCase> cases) {
        return ofCustomers(cases, each -> People.some(named(each)), "and v.concerned");
    }

    SqlFragment ofEverybody(Map<Long, RuleCase> cases) {
        return ofCustomers(
                cases, each -> new People(false, null), "and v.concerned and (v.fits or v.next_change is not null)");
    }

    private SqlFragment ofCustomers(Map<Long, RuleCase> cases, Function<List<Zonal>, People> people, String shown) {
        return byZone(cases, each -> Optional.of(each.rule().root()), each -> zones.ofCustomers(each.scope())).stream()
                .map(each -> SqlFragment.of("select v.segment_id, p.id as customer_id, v.fits, v.next_change")
                        .then(judged(each, people.apply(each), true))
                        .then(shown))
                .reduce((one, other) -> one.then("union all").then(other))
                .orElse(NOBODY);
    }

    SqlFragment fitting(Map<Long, RuleCase> cases, long visitorId) {
        return byZone(cases, each -> VisitorList.of(each.rule().root()), each -> zones.ofVisitors(each.scope()))
                .stream()
                .map(each -> SqlFragment.of("select v.segment_id")
                        .then(judged(each, new People(true, List.of(visitorId)), false))
                        .then("and v.concerned and v.fits"))
                .reduce((one, other) -> one.then("union all").then(other))
                .orElse(NO_SEGMENT);
    }

    private static Collection<List<Zonal>> byZone(
            Map<Long, RuleCase> cases,
            Function<RuleCase, Optional<Condition>> root,
            Function<RuleCase, List<Zoned>> zones) {
        Map<String, List<Zonal>> byZone = new LinkedHashMap<>();
        new TreeMap<>(cases)
                .forEach((id, each) -> root.apply(each)
                        .ifPresent(condition -> zones.apply(each)
                                .forEach(zone -> byZone.computeIfAbsent(
                                                zone.zone().getId(), key -> new ArrayList<>())
                                        .add(new Zonal(id, each, condition, zone)))));
        return byZone.values();
    }

    private static Set<Long> named(List<Zonal> cases) {
        Set<Long> named = new TreeSet<>();
        cases.forEach(each -> named.addAll(each.judged().customerIds()));
        return named;
    }

    /** From the people to the end of the condition that says who they are, with the answers of each case as {@code v}. */
    private SqlFragment judged(List<Zonal> cases, People people, boolean timed) {
        Set<Integer> websites = new TreeSet<>();
        cases.forEach(each -> websites.addAll(each.scope().people()));
        Sources sources = Sources.ofSeveral(people.layout());
        List<Row> rows = cases.stream()
                .map(each -> row(each, people, timed, sources, websites))
                .toList();
        Zoned all = new Zoned(
                cases.getFirst().scope().zone(), cases.getFirst().scope().at(), null, websites, false, websites);
        // Arrays and not a list of values, whose expressions PostgreSQL would prepare anew for each customer and row.
        return people.from(
                all,
                sources,
                SqlFragment.of("cross join lateral unnest(?::bigint[],", (Object)
                                cases.stream().mapToLong(Zonal::segmentId).toArray())
                        .then(array(rows, Row::concerned))
                        .then("::boolean[],")
                        .then(array(rows, Row::fits))
                        .then("::boolean[],")
                        .then(array(rows, Row::nextChange))
                        .then("::timestamptz[]) as v (segment_id, concerned, fits, next_change)"));
    }

    /** The answers of a case for whoever stands in the statement. */
    private record Row(SqlFragment concerned, SqlFragment fits, SqlFragment nextChange) {}

    private static SqlFragment array(List<Row> rows, Function<Row, SqlFragment> part) {
        StringBuilder text = new StringBuilder();
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Row row : rows) {
            SqlFragment each = part.apply(row);
            text.append(text.isEmpty() ? "" : ", ").append(each.text());
            arguments.addAll(each.arguments());
        }
        return new SqlFragment("array[" + text + "]", arguments);
    }

    private Row row(Zonal each, People people, boolean timed, Sources sources, Set<Integer> websites) {
        Condition root = each.root();
        Tree tree = Tree.of(root, leaves, Frame.of(root, each.scope(), people.visitors(), timed, sources));
        return new Row(
                concerned(each, people, websites),
                SqlFragment.of("coalesce(").then(tree.fits()).then(", false)"),
                tree.nextChange());
    }

    /** Whether a person of the statement is one of the case's. */
    private static SqlFragment concerned(Zonal each, People people, Set<Integer> websites) {
        List<SqlFragment> parts = new ArrayList<>();
        if (!each.scope().people().equals(websites)) {
            parts.add(SqlFragment.of(
                    "p.website_id = any (?)", (Object) Zoned.ids(each.scope().people())));
        }
        if (people.ids() != null
                && !Set.copyOf(people.ids()).equals(Set.copyOf(each.judged().customerIds()))) {
            parts.add(SqlFragment.of(
                    "p.id = any (?)", (Object) People.array(each.judged().customerIds())));
        }
        return parts.isEmpty() ? SqlFragment.of("true") : SqlFragment.joined("and", parts);
    }
}
