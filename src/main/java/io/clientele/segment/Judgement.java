package io.clientele.segment;

import io.clientele.segment.rule.Rules;
import io.clientele.segment.rule.sql.Population;
import io.clientele.segment.rule.sql.RuleCompiler;
import io.clientele.segment.rule.sql.RuleScope;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the part of a statement that says who of all customers fits. */
@ApplicationScoped
class Judgement {

    /** Nobody fits. */
    static final SqlFragment NOBODY = SqlFragment.of(
            "select null::bigint as customer_id, false as fits, null::timestamptz as next_change where false");

    private final Rules rules;
    private final RuleCompiler compiler;

    @Inject
    Judgement(Rules rules, RuleCompiler compiler) {
        this.rules = rules;
        this.compiler = compiler;
    }

    /**
     * Selects customer_id, fits, next_change; who does not fit may be missing when that cannot change by itself before a
     * moment.
     *
     * @param until the moment; null for a rule that no time moves
     */
    SqlFragment ofAll(Rule rule, Set<Integer> websiteIds, Instant at, @Nullable Instant until) {
        RuleScope scope = new RuleScope(websiteIds, at, until);
        if (until == null) {
            return SqlFragment.of("select m.customer_id, true as fits, null::timestamptz as next_change from (")
                    .then(compiler.matching(rule, scope, new Population.Everybody()))
                    .then(") m");
        }
        SqlFragment judged = compiler.judged(rule, scope, new Population.Everybody());
        return rules.comparesCustomers(rule)
                // All answers change at the same moment, at which all are judged again: one of them is enough to know
                // it.
                ? SqlFragment.of("""
                        select j.customer_id, j.fits,
                            case when row_number() over (order by j.next_change, j.customer_id) = 1 then j.next_change end
                                as next_change
                        from (""").then(judged).then(") j")
                : SqlFragment.of("select j.customer_id, j.fits, j.next_change from (")
                        .then(judged)
                        .then(") j where j.fits or j.next_change < ?", until);
    }
}
