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

/** Base prices of products, many at a time; a row that is refused spoils no other. */
@ApplicationScoped
public class BasePriceService {

    private final ProductPriceRepository prices;
    private final PricedPlaces places;
    private final AuditLog audit;
    private final Clock clock;
    private final PriceEvents events;

    @Inject
    BasePriceService(
            ProductPriceRepository prices, PricedPlaces places, AuditLog audit, Clock clock, PriceEvents events) {
        this.prices = prices;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** A base price as it is shown for a store view; 0 for all of them. */
    record Shown(BigDecimal price, int storeId, String sku) {}

    /** The prices of the products that there are. */
    List<Shown> of(List<String> skus) {
        return prices.find(PricedPlaces.keys(skus.stream())).stream()
                .flatMap(row -> shown(row).stream())
                .toList();
    }

    private List<Shown> shown(ProductPrice row) {
        BigDecimal price = row.price();
        return price == null
                ? List.of()
                : places.views(row.websiteId()).stream()
                        .map(view -> new Shown(Decimals.shown(price), view, row.sku()))
                        .toList();
    }

    /** Sets the prices. Returns what is wrong with rows that were left out. */
    @Transactional
    public List<Refusal> update(List<PriceDraft> rows) {
        PriceRows.demandFew(rows);
        Map<String, Product> products = places.lock(rows.stream().map(PriceDraft::sku));
        List<Refusal> failures = new ArrayList<>();
        Map<Place, BigDecimal> good = new LinkedHashMap<>();
        for (PriceDraft row : rows) {
            List<Refusal> faults = new ArrayList<>();
            if (!products.containsKey(PricedPlaces.key(row.sku()))) {
                faults.add(PricingRefusals.invalid("SKU", row.sku()));
            }
            BigDecimal price = PriceRows.amount(row.price());
            if (price == null) {
                faults.add(PricingRefusals.invalid("Price", Decimals.named(Decimals.text(row.price()))));
            }
            places.fault(row.sku(), row.storeId()).ifPresent(faults::add);
            failures.addAll(faults);
            if (faults.isEmpty() && price != null) {
                places.place(products, row.sku(), row.storeId()).ifPresent(place -> good.put(place, price));
            }
        }
        if (!good.isEmpty()) {
            prices.setPrices(good);
            prices.touch(good.keySet(), clock.instant());
            audit.record(AuditDraft.of("base_prices.changed").detail("prices", good.size()));
            events.tell(PriceEvents.Kind.BASE_PRICE, PricedPlaces.ids(good.keySet()));
        }
        return failures;
    }
}
