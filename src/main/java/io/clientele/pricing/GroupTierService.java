package io.clientele.pricing;

import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.group.Group;
import io.clientele.group.Groups;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusals;
import io.clientele.store.StoreScope;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tier prices of one product for one group, in the website that the request speaks of. */
@ApplicationScoped
public class GroupTierService {

    private static final String ALL = "all";

    private final ProductFactRepository products;
    private final TierPriceRepository prices;
    private final TierPriceService service;
    private final TierGroups names;
    private final Groups groups;
    private final PriceScope scope;
    private final StoreScope store;
    private final ExpectedVersion expected;

    @Inject
    GroupTierService(
            ProductFactRepository products,
            TierPriceRepository prices,
            TierPriceService service,
            TierGroups names,
            Groups groups,
            PriceScope scope,
            StoreScope store,
            ExpectedVersion expected) {
        this.products = products;
        this.prices = prices;
        this.service = service;
        this.names = names;
        this.groups = groups;
        this.scope = scope;
        this.store = store;
        this.expected = expected;
    }

    /**
     * A tier price as it is shown for one group.
     *
     * @param value the amount for one piece; of a percent what it leaves of the base price
     * @param percent percents off the base price; null for an amount
     */
    record Shown(
            int groupId,
            BigDecimal quantity,
            BigDecimal value,
            @Nullable BigDecimal percent,
            int websiteId) {}

    /** @param group an id, or {@code all} for the prices of all groups */
    List<Shown> of(String sku, String group) {
        ProductFact product = product(sku);
        Integer groupId = groupId(group);
        int website = website();
        return stored(sku, groupId).stream()
                .map(StoredTierPrice::price)
                .filter(price -> price.websiteId() == Website.ADMIN || price.websiteId() == website)
                .map(price -> shown(price, product))
                .toList();
    }

    private static Shown shown(TierPrice price, ProductFact product) {
        Integer group = price.groupId();
        boolean isAmount = price.type() == PriceType.FIXED;
        return new Shown(
                group == null ? Group.ALL : group,
                Decimals.shown(price.quantity()),
                Decimals.shown(isAmount ? price.value() : left(price, product.price())),
                isAmount ? null : Decimals.shown(price.value()),
                price.websiteId());
    }

    private static BigDecimal left(TierPrice price, @Nullable BigDecimal base) {
        BigDecimal whole = base == null ? BigDecimal.ZERO : base;
        return whole.subtract(whole.multiply(price.value()).movePointLeft(2)).setScale(6, RoundingMode.HALF_UP);
    }

    /** Sets the amount for one piece from the quantity on. */
    @Transactional
    public void add(String sku, String group, String quantity, String price) {
        product(sku);
        TierPriceDraft row = new TierPriceDraft(
                TextNode.valueOf(price),
                PriceType.FIXED.code(),
                website(),
                sku,
                names.code(groupId(group)),
                TextNode.valueOf(quantity),
                null);
        if (!service.add(List.of(row)).isEmpty()) {
            throw PricingRefusals.invalidData();
        }
    }

    /** @throws io.clientele.shared.Refusal when there is no such price */
    @Transactional
    public void remove(String sku, String group, String quantity) {
        product(sku);
        products.lock(PricedPlaces.keys(java.util.stream.Stream.of(sku)));
        Integer groupId = groupId(group);
        int website = website();
        BigDecimal from = Decimals.quantity(quantity).orElseThrow(PricingRefusals::invalidData);
        if (!scope.takes(website)) {
            throw PricingRefusals.invalidData();
        }
        expected.check(() -> of(sku, group));
        List<StoredTierPrice> found = stored(sku, groupId).stream()
                .filter(each -> each.price().websiteId() == website
                        && each.price().quantity().compareTo(from) == 0)
                .toList();
        if (found.isEmpty()) {
            throw PricingRefusals.noTier(group, website, quantity);
        }
        service.deleteFound(found);
    }

    /** Prices for segments are none of the contract's tiers of a group. */
    private List<StoredTierPrice> stored(String sku, @Nullable Integer groupId) {
        return prices.ofSkus(PricedPlaces.keys(java.util.stream.Stream.of(sku))).stream()
                .filter(each -> each.price().segmentId() == null)
                .filter(each -> Objects.equals(each.price().groupId(), groupId))
                .toList();
    }

    private ProductFact product(String sku) {
        return products.fact(sku).orElseThrow(PricingRefusals::productNotFound);
    }

    /** All websites, unless websites have prices of their own and the request speaks of one. */
    private int website() {
        return scope.isPerWebsite() && !store.all() ? store.view().websiteId() : Website.ADMIN;
    }

    /** The id; null for all groups. */
    private @Nullable Integer groupId(String sent) {
        if (sent.equals(ALL) || sent.equals(Integer.toString(Group.ALL))) {
            return null;
        }
        try {
            int id = Integer.parseInt(sent);
            return groups.find(id).map(Group::id).orElseThrow(() -> Refusals.noSuchEntity("id", id));
        } catch (NumberFormatException e) {
            throw PricingRefusals.invalidData();
        }
    }
}
