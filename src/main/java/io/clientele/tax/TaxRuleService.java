package io.clientele.tax;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Reads and changes tax rules. */
@ApplicationScoped
public class TaxRuleService {

    private final TaxRuleRepository repository;
    private final TaxRuleRules rules;
    private final TaxRates taxes;
    private final AuditLog audit;
    private final CurrentCaller caller;
    private final ExpectedVersion expected;

    @Inject
    TaxRuleService(
            TaxRuleRepository repository,
            TaxRuleRules rules,
            TaxRates taxes,
            AuditLog audit,
            CurrentCaller caller,
            ExpectedVersion expected) {
        this.repository = repository;
        this.rules = rules;
        this.taxes = taxes;
        this.audit = audit;
        this.caller = caller;
        this.expected = expected;
    }

    /** @throws io.clientele.shared.Refusal when there is no such rule */
    public TaxRule rule(int id) {
        return repository.rule(id).orElseThrow(() -> TaxRefusals.unknownRule(id));
    }

    public SearchResults<TaxRule> search(SearchCriteria criteria) {
        return repository.search(criteria);
    }

    /** Creates the rule, or changes the one the draft names by its id. */
    @Transactional
    TaxRule save(TaxRuleDraft draft) {
        refuseLimitedAdministrators();
        int id = draft.id();
        boolean known = id != 0;
        TaxRuleEntity row = known ? existing(id) : new TaxRuleEntity();
        @Nullable TaxRule before = known ? rule(id) : null;
        if (before == null) {
            expected.checkAbsent();
        } else {
            expected.check(() -> before);
        }
        rules.apply(draft, row);
        if (repository.isCodeTaken(row.code, id)) {
            throw TaxRefusals.codeTaken();
        }
        repository.write(row);
        taxes.changed();
        TaxRule after = rule(row.id);
        audit.record(AuditDraft.of(known ? "tax_rule.changed" : "tax_rule.created")
                .about("tax_rule", row.id)
                .change(before, after));
        return after;
    }

    /** @throws io.clientele.shared.Refusal when there is no such rule */
    @Transactional
    public void delete(int id) {
        refuseLimitedAdministrators();
        TaxRuleEntity row = existing(id);
        TaxRule before = rule(id);
        expected.check(() -> before);
        repository.delete(row);
        repository.flush();
        taxes.changed();
        audit.record(AuditDraft.of("tax_rule.deleted").about("tax_rule", id).change(before, null));
    }

    /** Tax rules belong to all websites. */
    private void refuseLimitedAdministrators() {
        caller.demandAllWebsites(TaxClassService.MANAGE);
    }

    private TaxRuleEntity existing(int id) {
        return repository
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> TaxRefusals.unknownRule(id));
    }
}
