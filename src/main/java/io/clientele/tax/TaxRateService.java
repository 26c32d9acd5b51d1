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

/** Reads and changes tax rates. */
@ApplicationScoped
public class TaxRateService {

    private final TaxRateRepository repository;
    private final TaxRateRules rules;
    private final TaxRates taxes;
    private final AuditLog audit;
    private final CurrentCaller caller;
    private final ExpectedVersion expected;

    @Inject
    TaxRateService(
            TaxRateRepository repository,
            TaxRateRules rules,
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

    /** @throws io.clientele.shared.Refusal when there is no such rate */
    public TaxRate rate(int id) {
        return repository.rate(id).orElseThrow(() -> TaxRefusals.unknownRate(id));
    }

    public SearchResults<TaxRate> search(SearchCriteria criteria) {
        return repository.search(criteria);
    }

    /** Creates the rate, or changes the one the draft names by its id. */
    @Transactional
    TaxRate save(TaxRateDraft draft) {
        refuseLimitedAdministrators();
        int id = draft.id();
        boolean known = id != 0;
        TaxRateEntity row = known ? existing(id) : new TaxRateEntity();
        @Nullable TaxRate before = known ? rate(id) : null;
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
        if (known && repository.isUsed(id)) {
            taxes.changed();
        }
        TaxRate after = rate(row.id);
        audit.record(AuditDraft.of(known ? "tax_rate.changed" : "tax_rate.created")
                .about("tax_rate", row.id)
                .change(before, after));
        return after;
    }

    /** @throws io.clientele.shared.Refusal when there is no such rate or a rule uses it */
    @Transactional
    public void delete(int id) {
        refuseLimitedAdministrators();
        TaxRateEntity row = existing(id);
        TaxRate before = rate(id);
        expected.check(() -> before);
        if (repository.isUsed(id)) {
            throw TaxRefusals.rateInUse();
        }
        repository.remove(row);
        audit.record(AuditDraft.of("tax_rate.deleted").about("tax_rate", id).change(before, null));
    }

    /** Tax rates belong to all websites. */
    private void refuseLimitedAdministrators() {
        caller.demandAllWebsites(TaxClassService.MANAGE);
    }

    private TaxRateEntity existing(int id) {
        return repository
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> TaxRefusals.unknownRate(id));
    }
}
