package io.clientele.pricing;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.Refusal;
import io.clientele.shared.load.LoadResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Tier prices of many products; a row that is refused spoils no other. */
@ApplicationScoped
public class TierPriceService {

    private final TierPriceLoad load;
    private final TierPriceRepository prices;
    private final PriceScope scope;
    private final AuditLog audit;

    @Inject
    TierPriceService(TierPriceLoad load, TierPriceRepository prices, PriceScope scope, AuditLog audit) {
        this.load = load;
        this.prices = prices;
        this.scope = scope;
        this.audit = audit;
    }

    /** The tier prices of the products that there are, by sku and quantity, in the websites that the caller may see. */
    List<TierPrice> of(List<String> skus) {
        PriceRows.demandFew(skus);
        return prices.ofSkus(PricedPlaces.keys(skus.stream())).stream()
                .map(StoredTierPrice::price)
                .filter(price -> scope.sees(price.websiteId()))
                .toList();
    }

    /**
     * Adds prices, or changes those with the same website, group, quantity and beginning.
     *
     * @return what is wrong with rows that were left out
     */
    @Transactional
    public List<Refusal> add(List<TierPriceDraft> rows) {
        PriceRows.demandFew(rows);
        return noted(load.add(rows), "tier_prices.changed").refusals();
    }

    /**
     * Puts the rows in the place of all tier prices of each product that has a good row among them.
     *
     * @return what is wrong with rows that were left out
     */
    @Transactional
    public List<Refusal> replace(List<TierPriceDraft> rows) {
        PriceRows.demandFew(rows);
        return noted(load.replace(rows, Set.of()), "tier_prices.replaced").refusals();
    }

    /**
     * Deletes the prices that are as the rows say; a row that is like none deletes nothing.
     *
     * @return what is wrong with rows that were left out
     */
    @Transactional
    public List<Refusal> delete(List<TierPriceDraft> rows) {
        PriceRows.demandFew(rows);
        return noted(load.delete(rows), "tier_prices.deleted").refusals();
    }

    /**
     * Adds or changes prices in the transaction in hand, for a load that the audit log hears of as a whole. Rows are numbered
     * from 1 on; those that say what is there are among the ignored ones, and not among the updated ones.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public LoadResult enter(List<TierPriceDraft> rows) {
        TierPriceLoad.Outcome outcome = load.add(rows);
        LoadResult result = result(rows, outcome.failures());
        result.stored(outcome.created(), outcome.updated() - outcome.unchanged(), 0);
        result.ignored(outcome.unchanged());
        return result;
    }

    /** What is wrong with the rows by themselves; nothing is written. */
    @Transactional(Transactional.TxType.MANDATORY)
    public LoadResult check(List<TierPriceDraft> rows) {
        return result(rows, load.faults(rows));
    }

    private static LoadResult result(List<TierPriceDraft> rows, List<TierPriceLoad.RowFailure> failures) {
        LoadResult result = new LoadResult();
        result.received(rows.size());
        failures.forEach(failure -> result.failed(failure.number() + 1L, failure.faults()));
        return result;
    }

    /** Deletes prices of a product that is locked. */
    @Transactional
    void deleteFound(List<StoredTierPrice> found) {
        load.deleteFound(found);
        noted(new TierPriceLoad.Outcome(List.of(), 0, 0, 0, found.size(), Set.of()), "tier_prices.deleted");
    }

    private TierPriceLoad.Outcome noted(TierPriceLoad.Outcome outcome, String action) {
        if (outcome.created() + outcome.updated() + outcome.deleted() > 0) {
            audit.record(AuditDraft.of(action)
                    .detail("created", outcome.created())
                    .detail("updated", outcome.updated())
                    .detail("deleted", outcome.deleted()));
        }
        return outcome;
    }
}
