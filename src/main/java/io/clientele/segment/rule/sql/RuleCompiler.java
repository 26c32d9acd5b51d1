package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.segment.rule.tree.VisitorList;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns rules into statements. There is no other place where it is decided who fits. */
@ApplicationScoped
public class RuleCompiler {

    private static final Condition NOBODY = new Condition.Combine(Condition.Aggregator.ANY, true, List.of());

    private final Zones zones;
    private final Leaves leaves;
    private final Explanation explanation;
    private final CombinedCases combined;

    @Inject
    RuleCompiler(Zones zones, Leaves leaves, Explanation explanation, CombinedCases combined) {
        this.zones = zones;
        this.leaves = leaves;
        this.explanation = explanation;
        this.combined = combined;
    }

    /** Selects {@code customer_id}, or {@code visitor_id}, of all in the population and the websites who fit. */
    public SqlFragment matching(Rule rule, RuleScope scope, Population population) {
        People people = People.of(population);
        return each(rule, scope, people, root -> zone -> {
            Frame frame = frame(root, zone, people, false);
            SqlFragment fits = Tree.of(root, leaves, frame).fits();
            return SqlFragment.of("select " + people.column())
                    .then(people.from(zone, frame.sources()))
                    .then("and")
                    .then(fits);
        });
    }

    /**
     * Selects {@code customer_id}, or {@code visitor_id}, {@code fits} and {@code next_change}: the first moment after the
     * scope's at which the answer can change with no fact changing, or null. Of everybody those are left out who neither
     * fit nor will without a fact changing.
     */
    public SqlFragment judged(Rule rule, RuleScope scope, Population population) {
        People people = People.of(population);
        return each(rule, scope, people, root -> zone -> {
            Frame frame = frame(root, zone, people, true);
            Tree tree = Tree.of(root, leaves, frame);
            return people.ids() == null ? ofAll(tree, zone, people, frame) : ofSome(tree, zone, people, frame);
        });
    }

    /** What no time moves is a condition of the statement, so that nobody is carried along in vain. */
    private static SqlFragment ofAll(Tree tree, Zoned zone, People people, Frame frame) {
        return SqlFragment.of("select j.* from (select " + people.column() + ", coalesce(")
                .then(tree.moving())
                .then(", false) as fits,")
                .then(Tree.least(tree.changes()))
                .then("as next_change")
                .then(people.from(zone, frame.sources()))
                .then("and")
                .then(tree.still())
                // Otherwise PostgreSQL would work both out twice, to ask for them and to show them.
                .then("offset 0) j where j.fits or j.next_change is not null");
    }

    private static SqlFragment ofSome(Tree tree, Zoned zone, People people, Frame frame) {
        return SqlFragment.of("select " + people.column() + ", coalesce(")
                .then(tree.fits())
                .then(", false) as fits,")
                .then(tree.nextChange())
                .then("as next_change")
                .then(people.from(zone, frame.sources()));
    }

    /**
     * Selects {@code segment_id}, {@code customer_id}, {@code fits} and {@code next_change} for all cases, in one reading
     * of the facts. Customers of other websites than a case's are left out of it.
     */
    public SqlFragment judgedAll(Map<Long, RuleCase> cases) {
        return combined.judged(cases);
    }

    /**
     * The same for everybody, whomever the cases name. Those are left out who neither fit nor will without a fact changing.
     */
    public SqlFragment judgedAllOfEverybody(Map<Long, RuleCase> cases) {
        return combined.ofEverybody(cases);
    }

    /** Selects {@code segment_id} of all cases that fit the visitor, in one reading of what the visitor did. */
    public SqlFragment fitting(Map<Long, RuleCase> cases, long visitorId) {
        return combined.fitting(cases, visitorId);
    }

    /** Why somebody fits or does not; empty for who is not there or belongs to another website. */
    public Optional<Explained> explain(Rule rule, RuleScope scope, Population one) {
        People people = People.of(one);
        return root(rule, people)
                .flatMap(root -> zones(scope, people).stream()
                        .flatMap(zone -> explanation.of(root, people, frame(root, zone, people, true)).stream())
                        .findFirst());
    }

    private SqlFragment each(
            Rule rule, RuleScope scope, People people, Function<Condition, Function<Zoned, SqlFragment>> statement) {
        Condition root = root(rule, people).orElse(NOBODY);
        return zones(scope, people).stream()
                .map(statement.apply(root))
                .reduce((one, other) -> one.then("union all").then(other))
                .orElseThrow(() -> new IllegalArgumentException("a rule is judged in one website at least"));
    }

    private static Optional<Condition> root(Rule rule, People people) {
        return people.visitors() ? VisitorList.of(rule.root()) : Optional.of(rule.root());
    }

    private List<Zoned> zones(RuleScope scope, People people) {
        return people.visitors() ? zones.ofVisitors(scope) : zones.ofCustomers(scope);
    }

    private static Frame frame(Condition root, Zoned zone, People people, boolean timed) {
        return Frame.of(root, zone, people.visitors(), timed, Sources.ofOne(people.layout()));
    }
}
