package io.clientele.pricing;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.pricing.ProductPriceRepository.Place;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What products cost the merchant, many at a time; a row that is refused spoils no other. */
@ApplicationScoped
public class CostService {

    private final ProductPriceRepository prices;
    private final PricedPlaces places;
    private final PriceScope scope;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    CostService(ProductPriceRepository prices, PricedPlaces places, PriceScope scope, AuditLog audit, Clock clock) {
        this.prices = prices;
        this.places = places;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /** A cost as it is shown for a store view; 0 for all of them. */
    record Shown(BigDecimal cost, int storeId, String sku) {}

    /** The costs of the products that there are. */
    List<Shown> of(List<String> skus) {
        return prices.find(PricedPlaces.keys(skus.stream())).stream()
                .flatMap(row -> shown(row).stream())
                .toList();
    }

    private List<Shown> shown(ProductPrice row) {
        BigDecimal cost = row.cost();
        return cost == null
                ? List.of()
                : places.views(row.websiteId()).stream()
                        .map(view -> new Shown(Decimals.shown(cost), view, row.sku()))
                        .toList();
    }

    /** Sets the costs. Returns what is wrong with rows that were left out. */
    @Transactional
    public List<Refusal> update(List<CostDraft> rows) {
        PriceRows.demandFew(rows);
        Map<String, Product> products = places.lock(rows.stream().map(CostDraft::sku));
        List<Refusal> failures = new ArrayList<>();
        Map<Place, BigDecimal> good = new LinkedHashMap<>();
        for (CostDraft row : rows) {
            List<Refusal> faults = new ArrayList<>();
            if (!products.containsKey(PricedPlaces.key(row.sku()))) {
                faults.add(PricingRefusals.invalid("SKU", row.sku()));
            }
            BigDecimal cost = PriceRows.amount(row.cost());
            if (cost == null) {
                faults.add(PricingRefusals.cost(Decimals.named(Decimals.text(row.cost())), row.sku(), row.storeId()));
            }
            places.fault(row.sku(), row.storeId()).ifPresent(faults::add);
            failures.addAll(faults);
            if (faults.isEmpty() && cost != null) {
                places.place(products, row.sku(), row.storeId()).ifPresent(place -> good.put(place, cost));
            }
        }
        if (!good.isEmpty()) {
            prices.setCosts(good);
            prices.touch(good.keySet(), clock.instant());
            audit.record(AuditDraft.of("costs.changed").detail("costs", good.size()));
        }
        return failures;
    }

    /** Takes the costs of the products away, in all websites. Skus of no product are passed over. */
    @Transactional
    public void delete(List<String> skus) {
        PriceRows.demandFew(skus);
        scope.demandAllWebsites();
        List<String> keys = PricedPlaces.keys(skus.stream());
        places.lock(skus.stream());
        prices.clearCosts(keys);
        audit.record(AuditDraft.of("costs.deleted").detail("products", keys.size()));
    }
}
