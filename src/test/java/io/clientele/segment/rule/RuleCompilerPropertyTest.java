package io.clientele.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.attribute.Attributes;
import io.clientele.segment.rule.sql.Explained;
import io.clientele.segment.rule.sql.Population;
import io.clientele.segment.rule.sql.RuleCase;
import io.clientele.segment.rule.sql.RuleCompiler;
import io.clientele.segment.rule.sql.RuleScope;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Random rules over a random shop: whoever is asked about, the compiler's statements say what evaluating the rules by hand
 * says. The system property {@code clientele.rules} sets how many rules, {@code clientele.rules.seed} which.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleCompilerPropertyTest {

    private static final int RULES = Integer.getInteger("clientele.rules", 300);
    private static final long SEED = Long.getLong("clientele.rules.seed", 6);
    private static final String TIMEZONE = "general/locale/timezone";

    /** Moments to judge at: an ordinary one, and some near changes of clocks. */
    private static final List<Instant> MOMENTS = List.of(
            WorldFixture.NOW,
            Instant.parse("2026-03-29T00:30:00.000001Z"),
            Instant.parse("2026-10-25T00:20:00Z"),
            Instant.parse("2026-02-28T23:10:00Z"),
            Instant.parse("2026-11-01T08:30:00Z"));

    @Inject
    RuleCompiler compiler;

    @Inject
    Database database;

    @Inject
    Attributes attributes;

    private final Random random = new Random(SEED);
    private @Nullable WorldFixture fixture;
    private World world;
    private RandomRules rules;
    private int port;

    @BeforeEach
    void make() {
        if (fixture != null) {
            return;
        }
        port = RestAssured.port;
        fixture = new WorldFixture(database, attributes, random);
        world = fixture.make(50);
        rules = new RandomRules(random, fixture.pools());
    }

    @AfterAll
    void remove() {
        // Outside a test nobody says where the application listens.
        int before = RestAssured.port;
        RestAssured.port = port;
        fixture.remove();
        RestAssured.port = before;
    }

    private record Judged(boolean fits, @Nullable Instant change) {}

    @Test
    void everybody_some_each_alone_and_all_rules_together_are_judged_as_by_hand() {
        List<Integer> websites = fixture.websites();
        List<Set<Integer>> scopes = List.of(Set.copyOf(websites), Set.of(websites.get(0)), Set.of(websites.get(1)));
        Map<Long, RuleCase> together = new TreeMap<>();
        Map<Long, Map<Long, Judged>> expected = new HashMap<>();
        Map<Long, RuleCase> ofEverybody = new TreeMap<>();
        Map<Long, Map<Long, Judged>> expectedOfEverybody = new HashMap<>();
        for (long i = 0; i < RULES; i++) {
            Rule rule = rules.rule(random.nextInt(3) == 0 ? 4 : 1);
            RuleScope scope = new RuleScope(scopes.get(random.nextInt(3)), MOMENTS.get(random.nextInt(MOMENTS.size())));
            Naive naive = new Naive(world, scope);
            Set<Long> fitting = new TreeSet<>();
            world.customers().stream().filter(each -> naive.fits(rule, each)).forEach(each -> fitting.add(each.id()));
            String what = "rule " + i + " at " + scope + ": " + rule;
            Map<Long, Judged> everybody = everybody(rule, scope, fitting, what);
            answers += world.customers().size();
            yes += fitting.size();
            List<Long> some = some();
            Set<Long> fittingSome = new TreeSet<>(fitting);
            fittingSome.retainAll(some);
            assertThat(ids(compiler.matching(rule, scope, new Population.Customers(some))))
                    .as(what)
                    .isEqualTo(fittingSome);
            Map<Long, Judged> each = judged(compiler.judged(rule, scope, new Population.Customers(some)));
            assertThat(fits(each)).as(what).isEqualTo(fittingSome);
            each.forEach((id, one) -> {
                Judged among = everybody.get(id);
                if (among == null) {
                    neverFits(rule, scope, id, one, what);
                } else {
                    assertThat(one.change()).as(what + " for " + id).isEqualTo(among.change());
                }
            });
            together.put(i, new RuleCase(rule, scope, some));
            if (!each.isEmpty()) {
                expected.put(i, each);
            }
            ofEverybody.put(i, new RuleCase(rule, scope, List.of()));
            if (!everybody.isEmpty()) {
                expectedOfEverybody.put(i, everybody);
            }
            if (ofEverybody.size() == 10 || i == RULES - 1) {
                assertThat(all(compiler.judgedAllOfEverybody(ofEverybody))).isEqualTo(expectedOfEverybody);
                ofEverybody.clear();
                expectedOfEverybody.clear();
            }
            explained(rule, scope, some.getFirst(), each, what);
            unchanged(rule, scope, each, what);
            if (together.size() == 50 || i == RULES - 1) {
                assertThat(all(compiler.judgedAll(together))).isEqualTo(expected);
                together.clear();
                expected.clear();
            }
        }
        assertThat(yes).as("who fits, of %s answers", answers).isBetween(answers / 5, answers * 4 / 5);
    }

    /**
     * What is said of everybody, who fits as by hand. With a moment from when on changes are of no interest the same is said, but
     * for those; and whoever neither fits nor will until then may be left out, although a moment was told at which to look again.
     */
    private Map<Long, Judged> everybody(Rule rule, RuleScope scope, Set<Long> fitting, String what) {
        Set<Long> matching = ids(compiler.matching(rule, scope, new Population.Everybody()));
        matching.retainAll(customers());
        assertThat(matching).as(what).isEqualTo(fitting);
        Map<Long, Judged> everybody = judged(compiler.judged(rule, scope, new Population.Everybody()));
        everybody.keySet().retainAll(customers());
        assertThat(fits(everybody)).as(what).isEqualTo(fitting);
        Instant until = scope.at().plus(Duration.ofHours(1 + random.nextInt(24 * 60)));
        RuleScope near = new RuleScope(scope.websiteIds(), scope.at(), until);
        Map<Long, Judged> soon = judged(compiler.judged(rule, near, new Population.Everybody()));
        soon.keySet().retainAll(customers());
        Map<Long, Judged> expected = before(everybody, until);
        Map<Long, Judged> told = before(soon, until);
        expected.entrySet().removeIf(each -> {
            boolean leftOut = !told.containsKey(each.getKey());
            if (leftOut) {
                fitsNotUntil(until, rule, scope, each.getKey(), each.getValue(), what + " until " + until);
            }
            return leftOut;
        });
        assertThat(told).as(what + " until " + until).isEqualTo(expected);
        return everybody;
    }

    /** Who fits, and who will fit or not before the moment. */
    private static Map<Long, Judged> before(Map<Long, Judged> judged, Instant until) {
        Map<Long, Judged> before = new HashMap<>();
        judged.forEach((id, one) -> {
            boolean soon = one.change() != null && one.change().isBefore(until);
            if (one.fits() || soon) {
                before.put(id, new Judged(one.fits(), soon ? one.change() : null));
            }
        });
        return before;
    }

    private Set<Long> customers() {
        Set<Long> ids = new TreeSet<>();
        world.customers().forEach(each -> ids.add(each.id()));
        return ids;
    }

    /** Where customers of all websites are asked about, and all are in one time zone, facts may say who the people are. */
    @Test
    void all_customers_there_are_are_judged_as_by_hand() {
        Map<Integer, String> zones = Map.copyOf(world.zones());
        List<Integer> websites =
                database.list(SqlFragment.of("select id from website where id > 0"), row -> row.getInt(1));
        Map<Integer, String> before = new HashMap<>();
        database.list(
                SqlFragment.of("select scope_id, value from setting where path = ? and scope = 'websites'", TIMEZONE),
                row -> before.put(row.getInt(1), row.getString(2)));
        try {
            for (int website : websites) {
                StoreFixture.set(TIMEZONE, "Europe/Berlin", "websites", website);
                world.zones().put(website, "Europe/Berlin");
            }
            int led = 0;
            for (int i = 0; i < RULES; i++) {
                Rule rule = rules.rule(random.nextInt(3) == 0 ? 3 : 1);
                RuleScope scope = new RuleScope(Set.copyOf(websites), MOMENTS.get(random.nextInt(MOMENTS.size())));
                String what = "rule " + i + " at " + scope + ": " + rule;
                Naive naive = new Naive(world, scope);
                Set<Long> fitting = new TreeSet<>();
                world.customers().stream()
                        .filter(each -> naive.fits(rule, each))
                        .forEach(each -> fitting.add(each.id()));
                Map<Long, Judged> everybody = everybody(rule, scope, fitting, what);
                List<Long> some = some();
                judged(compiler.judged(rule, scope, new Population.Customers(some)))
                        .forEach((id, one) -> {
                            if (everybody.containsKey(id)) {
                                assertThat(one).as(what + " for " + id).isEqualTo(everybody.get(id));
                            } else {
                                neverFits(rule, scope, id, one, what);
                            }
                        });
                led += compiler.matching(rule, scope, new Population.Everybody())
                                .text()
                                .contains("from customer p")
                        ? 0
                        : 1;
            }
            assertThat(led).as("rules whose people are those of facts").isGreaterThan(RULES / 20);
        } finally {
            world.zones().putAll(zones);
            for (int website : websites) {
                if (before.containsKey(website)) {
                    StoreFixture.set(TIMEZONE, before.get(website), "websites", website);
                } else {
                    StoreFixture.inherit(TIMEZONE, "websites", website);
                }
            }
        }
    }

    private List<Long> some() {
        List<Long> some = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            some.add(world.customers()
                    .get(random.nextInt(world.customers().size()))
                    .id());
        }
        return some;
    }

    /** Who is left out where everybody is judged will not fit by time alone, whatever moment a judgement of some tells. */
    private void neverFits(Rule rule, RuleScope scope, long id, Judged judged, String what) {
        fitsNotUntil(scope.at().plus(Duration.ofDays(800)), rule, scope, id, judged, what);
    }

    private void fitsNotUntil(Instant until, Rule rule, RuleScope scope, long id, Judged judged, String what) {
        World.Customer customer = customer(id);
        List<Instant> probes = new ArrayList<>(List.of(scope.at()));
        if (judged.change() != null) {
            probes.add(judged.change());
            probes.add(judged.change().minusNanos(1_000));
        }
        long span = Duration.between(scope.at(), until).toSeconds();
        for (int i = 0; i < 12; i++) {
            probes.add(scope.at().plusSeconds(random.nextLong(span)));
        }
        for (Instant probe : probes) {
            assertThat(new Naive(world, new RuleScope(scope.websiteIds(), probe)).fits(rule, customer))
                    .as(what + " for " + id + " at " + probe)
                    .isFalse();
        }
    }

    private World.Customer customer(long id) {
        return world.customers().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** Until the moment that was told nobody's answer changes. */
    private void unchanged(Rule rule, RuleScope scope, Map<Long, Judged> judged, String what) {
        judged.forEach((id, one) -> {
            World.Customer customer = customer(id);
            Instant at = scope.at();
            if (one.change() != null) {
                assertThat(one.change()).as(what).isAfter(at);
            }
            Instant end = one.change() == null ? at.plus(Duration.ofDays(800)) : one.change();
            List<Instant> probes = new ArrayList<>();
            probes.add(end.minusNanos(1_000));
            for (int i = 0; i < 12; i++) {
                long span = Duration.between(at, end).toSeconds();
                probes.add(at.plusSeconds(span <= 0 ? 0 : Math.floorMod(random.nextLong(), span)));
            }
            for (Instant probe : probes) {
                if (probe.isAfter(at) && probe.isBefore(end)) {
                    assertThat(new Naive(world, new RuleScope(scope.websiteIds(), probe)).fits(rule, customer))
                            .as(what + " for " + id + " at " + probe + ", said to stay until " + one.change())
                            .isEqualTo(one.fits());
                }
            }
        });
    }

    private void explained(Rule rule, RuleScope scope, long id, Map<Long, Judged> judged, String what) {
        Explained explained = compiler.explain(rule, scope, new Population.Customers(List.of(id)))
                .orElse(null);
        Judged answer = judged.get(id);
        assertThat(explained == null).as(what).isEqualTo(answer == null);
        if (explained != null && answer != null) {
            assertThat(explained.fits()).as(what).isEqualTo(answer.fits());
            assertThat(explained.changesAt()).as(what).isEqualTo(answer.change());
        }
    }

    private int answers;
    private int yes;

    @Test
    void visitors_are_judged_by_their_list_only() {
        Set<Integer> websites = Set.copyOf(fixture.websites());
        Map<Long, RuleCase> together = new TreeMap<>();
        Map<Long, Set<Long>> expected = new HashMap<>();
        for (long i = 0; i < RULES; i++) {
            Rule rule = random.nextBoolean() ? rules.visitorRule(3) : rules.rule(3);
            RuleScope scope = new RuleScope(websites, MOMENTS.get(random.nextInt(MOMENTS.size())));
            together.put(i, new RuleCase(rule, scope, List.of()));
            for (World.Visitor visitor : world.visitors()) {
                boolean fits = new Naive(world, scope).fits(rule, visitor);
                assertThat(ids(compiler.matching(rule, scope, new Population.Visitor(visitor.id())))
                                .contains(visitor.id()))
                        .as("rule " + i + ": " + rule)
                        .isEqualTo(fits);
                if (fits) {
                    expected.computeIfAbsent(visitor.id(), id -> new TreeSet<>())
                            .add(i);
                }
            }
            if (together.size() == 50 || i == RULES - 1) {
                for (World.Visitor visitor : world.visitors()) {
                    Map<Long, RuleCase> cases = new TreeMap<>();
                    together.forEach((id, each) ->
                            cases.put(id, new RuleCase(each.rule(), each.scope(), List.of(visitor.id()))));
                    assertThat(ids(compiler.fitting(cases, visitor.id())))
                            .isEqualTo(expected.getOrDefault(visitor.id(), Set.of()));
                }
                together.clear();
                expected.clear();
            }
        }
    }

    private Set<Long> ids(SqlFragment statement) {
        return new TreeSet<>(database.list(statement, row -> row.getLong(1)));
    }

    private Map<Long, Judged> judged(SqlFragment statement) {
        Map<Long, Judged> judged = new HashMap<>();
        database.list(statement, row -> judged.put(row.getLong(1), judgement(row, 2)));
        return judged;
    }

    private Map<Long, Map<Long, Judged>> all(SqlFragment statement) {
        Map<Long, Map<Long, Judged>> judged = new HashMap<>();
        database.list(
                statement,
                row -> judged.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                        .put(row.getLong(2), judgement(row, 3)));
        return judged;
    }

    private static Judged judgement(java.sql.ResultSet row, int from) throws java.sql.SQLException {
        OffsetDateTime change = row.getObject(from + 1, OffsetDateTime.class);
        return new Judged(row.getBoolean(from), change == null ? null : change.toInstant());
    }

    private static Set<Long> fits(Map<Long, Judged> judged) {
        Set<Long> fitting = new TreeSet<>();
        judged.forEach((id, one) -> {
            if (one.fits()) {
                fitting.add(id);
            }
        });
        return fitting;
    }
}
