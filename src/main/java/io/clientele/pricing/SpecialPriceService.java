package io.clientele.pricing;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.pricing.ProductPriceRepository.Place;
import io.clientele.pricing.ProductPriceRepository.Special;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Special prices of products, many at a time; a row that is refused spoils no other. */
@ApplicationScoped
public class SpecialPriceService {

    private final ProductPriceRepository prices;
    private final PricedPlaces places;
    private final AuditLog audit;
    private final Clock clock;
    private final PriceEvents events;

    @Inject
    SpecialPriceService(
            ProductPriceRepository prices, PricedPlaces places, AuditLog audit, Clock clock, PriceEvents events) {
        this.prices = prices;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** A special price as it is shown for a store view; 0 for all of them. Empty texts are no bounds. */
    record Shown(BigDecimal price, int storeId, String sku, String priceFrom, String priceTo) {}

    /** The special prices of the products that there are, whether they hold now or not. */
    List<Shown> of(List<String> skus) {
        return prices.find(PricedPlaces.keys(skus.stream())).stream()
                .flatMap(row -> shown(row).stream())
                .toList();
    }

    private List<Shown> shown(ProductPrice row) {
        BigDecimal price = row.specialPrice();
        return price == null
                ? List.of()
                : places.views(row.websiteId()).stream()
                        .map(view -> new Shown(
                                Decimals.shown(price),
                                view,
                                row.sku(),
                                shown(row.specialFrom()),
                                shown(row.specialTo())))
                        .toList();
    }

    private static String shown(@Nullable Instant moment) {
        String shown = Moments.shown(moment);
        return shown == null ? "" : shown;
    }

    /** Sets the special prices. Returns what is wrong with rows that were left out. */
    @Transactional
    public List<Refusal> update(List<SpecialPriceDraft> rows) {
        List<Refusal> failures = new ArrayList<>();
        Map<Place, Special> good = good(rows, true, failures);
        if (!good.isEmpty()) {
            prices.setSpecialPrices(good);
            prices.touch(good.keySet(), clock.instant());
            audit.record(AuditDraft.of("special_prices.changed").detail("prices", good.size()));
            events.tell(PriceEvents.Kind.SPECIAL_PRICE, PricedPlaces.ids(good.keySet()));
        }
        return failures;
    }

    /**
     * Takes special prices away that are as the rows say; what a row does not say is as it may be.
     *
     * @return what is wrong with rows that were left out
     */
    @Transactional
    public List<Refusal> delete(List<SpecialPriceDraft> rows) {
        List<Refusal> failures = new ArrayList<>();
        Map<Place, Special> good = good(rows, false, failures);
        if (!good.isEmpty()) {
            prices.clearSpecialPrices(good);
            prices.touch(good.keySet(), clock.instant());
            audit.record(AuditDraft.of("special_prices.deleted").detail("prices", good.size()));
            events.tell(PriceEvents.Kind.SPECIAL_PRICE, PricedPlaces.ids(good.keySet()));
        }
        return failures;
    }

    private Map<Place, Special> good(List<SpecialPriceDraft> rows, boolean needsPrice, List<Refusal> failures) {
        PriceRows.demandFew(rows);
        Map<String, Product> products = places.lock(rows.stream().map(SpecialPriceDraft::sku));
        Map<Place, Special> good = new LinkedHashMap<>();
        for (SpecialPriceDraft row : rows) {
            List<Refusal> faults = new ArrayList<>();
            if (!products.containsKey(PricedPlaces.key(row.sku()))) {
                faults.add(PricingRefusals.noProduct(row));
            }
            if (places.isTooNarrow(row.storeId())) {
                faults.add(PricingRefusals.notGlobal(row));
            }
            if (!places.hasView(row.storeId())) {
                faults.add(PricingRefusals.noStore(row));
            }
            BigDecimal price = PriceRows.amount(row.price());
            if (price == null && (needsPrice || Decimals.text(row.price()) != null)) {
                faults.add(PricingRefusals.invalid("Price", Decimals.named(Decimals.text(row.price())), row));
            }
            Instant from = moment("Price From", row.priceFrom(), row, faults);
            Instant to = moment("Price To", row.priceTo(), row, faults);
            if (from != null && to != null && !from.isBefore(to)) {
                faults.add(PricingRefusals.invalid("Price To", row.priceTo(), row));
            }
            failures.addAll(faults);
            if (faults.isEmpty()) {
                places.place(products, row.sku(), row.storeId())
                        .ifPresent(place -> good.put(place, new Special(price, from, to)));
            }
        }
        return good;
    }

    private static @Nullable Instant moment(
            String label, @Nullable String sent, SpecialPriceDraft row, List<Refusal> faults) {
        if (sent == null || Moments.isNone(sent)) {
            return null;
        }
        Instant moment = Moments.read(sent).orElse(null);
        if (moment == null) {
            faults.add(PricingRefusals.invalid(label, Decimals.named(sent), row));
        }
        return moment;
    }
}
