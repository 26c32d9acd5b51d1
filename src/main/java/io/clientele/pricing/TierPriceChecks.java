package io.clientele.pricing;

import io.clientele.group.Group;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at rows one by one: what a tier price may be by itself. For one load. */
final class TierPriceChecks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PriceScope scope;
    private final Map<String, Product> products;
    private final Map<String, Integer> groupIds;
    private final Set<Integer> heldGroups;
    private final Set<Integer> heldWebsites;
    private final Set<Long> segments;
    private final Map<Integer, Boolean> writableWebsites = new HashMap<>();
    private final Map<String, Integer> groupsByName = new HashMap<>();
    private final Map<String, Optional<Product>> productsBySku = new HashMap<>();

    /**
     * @param products by the keys of their skus, locked
     * @param groupIds by the keys of their codes
     * @param heldGroups the groups that cannot be deleted meanwhile
     * @param heldWebsites the websites that cannot be deleted meanwhile
     * @param segments those that there are
     */
    TierPriceChecks(
            PriceScope scope,
            Map<String, Product> products,
            Map<String, Integer> groupIds,
            Set<Integer> heldGroups,
            Set<Integer> heldWebsites,
            Set<Long> segments) {
        this.scope = scope;
        this.products = products;
        this.groupIds = groupIds;
        this.heldGroups = heldGroups;
        this.heldWebsites = heldWebsites;
        this.segments = segments;
    }

    TierPriceRow check(int number, TierPriceDraft draft) {
        List<Refusal> faults = new ArrayList<>();
        Product product = product(draft.sku());
        if (product == null || !ProductType.hasTiers(product.typeId())) {
            faults.add(PricingRefusals.tierSku(draft));
        }
        PriceType type = type(draft, product);
        BigDecimal value = value(draft, type);
        if (value == null) {
            faults.add(PricingRefusals.tierPrice(draft));
        }
        if (type == null) {
            faults.add(PricingRefusals.tierPriceType(draft));
        }
        BigDecimal quantity = quantity(draft, product);
        if (quantity == null) {
            faults.add(PricingRefusals.tierQuantity(draft));
        }
        Integer website = draft.websiteId();
        if (website == null || !isWritable(website)) {
            faults.add(PricingRefusals.tierWebsite(draft));
        }
        Integer group = group(draft.customerGroup());
        if (group == null) {
            faults.add(PricingRefusals.tierGroup(draft));
        }
        Long segment = draft.segmentId();
        if (segment != null && !segments.contains(segment)) {
            faults.add(PricingRefusals.tierSegment(draft));
        }
        int withoutTimes = faults.size();
        Instant from = moment("Valid From", draft.validFrom(), draft, faults);
        Instant to = moment("Valid To", draft.validTo(), draft, faults);
        if (from != null && to != null && !from.isBefore(to)) {
            faults.add(PricingRefusals.tierMoment("Valid To", draft.validTo(), draft));
        }
        boolean wrongTimes = faults.size() > withoutTimes;
        if (product == null || quantity == null || website == null || group == null || wrongTimes) {
            return new TierPriceRow(number, draft, null, faults);
        }
        TierPrice price = new TierPrice(
                product.id(),
                product.sku(),
                website,
                group == Group.ALL ? null : group,
                segment,
                quantity,
                type == null ? PriceType.FIXED : type,
                value == null ? BigDecimal.ZERO : value,
                from,
                to);
        return new TierPriceRow(number, draft, price, faults);
    }

    private @Nullable Product product(@Nullable String sku) {
        if (sku == null) {
            return null;
        }
        return productsBySku
                .computeIfAbsent(sku, each -> Optional.ofNullable(products.get(PricedPlaces.key(each))))
                .orElse(null);
    }

    /** A bundle has no price of its own that an amount could take the place of. */
    private static @Nullable PriceType type(TierPriceDraft draft, @Nullable Product product) {
        return PriceType.named(draft.priceType())
                .filter(type -> type == PriceType.DISCOUNT
                        || product == null
                        || !product.typeId().equals(ProductType.BUNDLE))
                .orElse(null);
    }

    private static @Nullable BigDecimal value(TierPriceDraft draft, @Nullable PriceType type) {
        String sent = Decimals.text(draft.price());
        return (type == PriceType.DISCOUNT ? Decimals.percent(sent) : Decimals.amount(sent))
                .filter(value -> value.signum() > 0)
                .filter(value -> type != PriceType.DISCOUNT || value.compareTo(HUNDRED) <= 0)
                .map(value -> value.setScale(6, RoundingMode.UNNECESSARY))
                .orElse(null);
    }

    private static @Nullable BigDecimal quantity(TierPriceDraft draft, @Nullable Product product) {
        return Decimals.quantity(Decimals.text(draft.quantity()))
                .filter(quantity -> quantity.signum() > 0)
                .filter(quantity -> product == null
                        || product.qtyDecimal()
                        || quantity.stripTrailingZeros().scale() <= 0)
                .orElse(null);
    }

    private boolean isWritable(int websiteId) {
        return writableWebsites.computeIfAbsent(websiteId, id -> scope.takes(id) && heldWebsites.contains(id));
    }

    private @Nullable Integer group(@Nullable String name) {
        if (name == null) {
            return null;
        }
        Integer id = groupsByName.computeIfAbsent(name, each -> groupIds.getOrDefault(Fold.key(each.strip()), -1));
        return id == Group.ALL || heldGroups.contains(id) ? id : null;
    }

    private static @Nullable Instant moment(
            String label, @Nullable String sent, TierPriceDraft draft, List<Refusal> faults) {
        if (sent == null || Moments.isNone(sent)) {
            return null;
        }
        Instant moment = Moments.read(sent).orElse(null);
        if (moment == null) {
            faults.add(PricingRefusals.tierMoment(label, sent, draft));
        }
        return moment;
    }
}
