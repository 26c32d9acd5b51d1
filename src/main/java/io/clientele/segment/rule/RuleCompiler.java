package io.clientele.segment.rule;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Turns rules into statements. There is no other place where it is decided who fits. */
@ApplicationScoped
public class RuleCompiler {

    private final Settings settings;
    private final Database database;

    @Inject
    RuleCompiler(Settings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    /** Selects {@code customer_id}, or {@code visitor_id}, of all in the population and the websites who fit. */
    public SqlFragment matching(Rule rule, RuleScope scope, Population population) {
        throw new UnsupportedOperationException();
    }

    /**
     * Selects {@code customer_id}, or {@code visitor_id}, {@code fits} and {@code next_change}: the first moment after the
     * scope's at which the answer can change with no fact changing, or null. Of everybody those are left out who neither
     * fit nor will without a fact changing.
     */
    public SqlFragment judged(Rule rule, RuleScope scope, Population population) {
        throw new UnsupportedOperationException();
    }

    /**
     * Selects {@code segment_id}, {@code customer_id}, {@code fits} and {@code next_change} for all cases, in one reading
     * of the facts. Customers of other websites than a case's are left out of it.
     */
    public SqlFragment judgedAll(Map<Long, RuleCase> cases) {
        throw new UnsupportedOperationException();
    }

    /** Why somebody fits or does not; empty for who is not there or belongs to another website. */
    public Optional<Explained> explain(Rule rule, RuleScope scope, Population one) {
        throw new UnsupportedOperationException();
    }
}
