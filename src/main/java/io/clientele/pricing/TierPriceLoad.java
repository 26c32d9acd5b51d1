package io.clientele.pricing;

import io.clientele.group.Group;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes many tier prices in a few statements. The products are locked in the order of their keys, after the groups and
 * websites, so that of two loads of a product the one waits for the other and neither for ever.
 */
@ApplicationScoped
class TierPriceLoad {

    private final TierPriceRepository prices;
    private final PricedPlaces places;
    private final PriceScope scope;
    private final TierGroups groups;

    @Inject
    TierPriceLoad(TierPriceRepository prices, PricedPlaces places, PriceScope scope, TierGroups groups) {
        this.prices = prices;
        this.places = places;
        this.scope = scope;
        this.groups = groups;
    }

    /** What a load does with prices that are stored and that it does not have. */
    enum Mode {
        ADD,
        REPLACE
    }

    /** What is wrong with a row, which was left out. */
    record RowFailure(int number, List<Refusal> faults) {}

    /**
     * What has become of a load.
     *
     * @param updated rows that a stored price has become, or was already
     */
    record Outcome(List<RowFailure> failures, int created, int updated, int deleted) {

        List<Refusal> refusals() {
            return failures.stream().flatMap(row -> row.faults().stream()).toList();
        }
    }

    /** Adds and changes prices; in {@link Mode#REPLACE} also deletes the others of each product with a good row. */
    @Transactional(Transactional.TxType.MANDATORY)
    Outcome write(List<TierPriceDraft> drafts, Mode mode) {
        Looked rows = look(drafts);
        List<TierPrice> known = rows.all().stream()
                .map(TierPriceRow::price)
                .filter(Objects::nonNull)
                .toList();
        TierPriceMerge merge = new TierPriceMerge();
        List<StoredTierPrice> stored = mode == Mode.REPLACE
                ? prices.ofProducts(rows.products().values())
                : prices.beside(rows.products().values(), known);
        for (StoredTierPrice each : stored) {
            if (mode == Mode.REPLACE && mayReplace(each.price().websiteId())) {
                merge.replace(each);
            } else {
                merge.keep(each);
            }
        }
        List<RowFailure> failures = new ArrayList<>();
        for (TierPriceRow row : rows.all()) {
            List<Refusal> faults = faults(row, merge);
            if (!faults.isEmpty()) {
                failures.add(new RowFailure(row.number(), faults));
            }
        }
        TierPriceMerge.Writes writes = merge.writes();
        prices.write(writes);
        int good = drafts.size() - failures.size();
        return new Outcome(
                failures,
                writes.inserts().size(),
                good - writes.inserts().size(),
                writes.deletes().size());
    }

    private List<Refusal> faults(TierPriceRow row, TierPriceMerge merge) {
        TierPrice price = row.price();
        if (price == null) {
            return row.faults();
        }
        List<Refusal> faults = new ArrayList<>(row.faults());
        Optional<TierPriceMerge.Obstacle> obstacle = merge.take(price, faults.isEmpty());
        obstacle.map(other -> refusal(price, other)).ifPresent(faults::add);
        return faults;
    }

    private Refusal refusal(TierPrice price, TierPriceMerge.Obstacle obstacle) {
        TierPrice other = obstacle.price();
        String group = groups.code(other.groupId());
        String quantity = obstacle.stored()
                ? other.quantity().toPlainString()
                : Decimals.shown(other.quantity()).toPlainString();
        return price.isLimited() || other.isLimited()
                ? PricingRefusals.tierOverlap(other.sku(), other.websiteId(), group, quantity)
                : PricingRefusals.tierDuplicate(other.sku(), other.websiteId(), group, quantity);
    }

    /** Deletes the prices that the rows name: the same in everything, but for what a row does not say of its time. */
    @Transactional(Transactional.TxType.MANDATORY)
    Outcome delete(List<TierPriceDraft> drafts) {
        Looked rows = look(drafts);
        List<RowFailure> failures = rows.all().stream()
                .filter(row -> !row.faults().isEmpty())
                .map(row -> new RowFailure(row.number(), row.faults()))
                .toList();
        Map<TierPrice.Step, List<TierPriceRow>> named = rows.all().stream()
                .filter(row -> row.faults().isEmpty())
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.price()).step()));
        List<TierPrice> good = rows.all().stream()
                .filter(row -> row.faults().isEmpty())
                .map(TierPriceRow::price)
                .filter(Objects::nonNull)
                .toList();
        List<Long> ids = prices.beside(rows.products().values(), good).stream()
                .filter(stored -> named.getOrDefault(stored.price().step(), List.of()).stream()
                        .anyMatch(row -> isNamed(stored.price(), row)))
                .map(StoredTierPrice::id)
                .toList();
        prices.delete(ids);
        return new Outcome(failures, 0, 0, ids.size());
    }

    private static boolean isNamed(TierPrice stored, TierPriceRow row) {
        TierPrice named = Objects.requireNonNull(row.price());
        return stored.websiteId() == named.websiteId()
                && stored.type() == named.type()
                && stored.value().compareTo(named.value()) == 0
                && (Moments.isNone(row.draft().validFrom()) || Objects.equals(stored.validFrom(), named.validFrom()))
                && (Moments.isNone(row.draft().validTo()) || Objects.equals(stored.validTo(), named.validTo()));
    }

    /** The rows after they have been looked at, and the products they name. */
    private record Looked(List<TierPriceRow> all, Map<String, Product> products) {}

    private Looked look(List<TierPriceDraft> drafts) {
        Map<String, Integer> groupIds = groups.idsByKey();
        Set<Integer> heldGroups = prices.holdGroups(drafts.stream()
                .map(TierPriceDraft::customerGroup)
                .distinct()
                .map(name -> groupId(groupIds, name))
                .filter(id -> id >= 0 && id != Group.ALL)
                .collect(Collectors.toSet()));
        Set<Integer> heldWebsites = prices.holdWebsites(drafts.stream()
                .map(TierPriceDraft::websiteId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, Product> products = places.lock(drafts.stream().map(TierPriceDraft::sku));
        TierPriceChecks checks = new TierPriceChecks(scope, products, groupIds, heldGroups, heldWebsites);
        List<TierPriceRow> rows = new ArrayList<>(drafts.size());
        for (TierPriceDraft draft : drafts) {
            rows.add(checks.check(rows.size(), draft));
        }
        return new Looked(rows, products);
    }

    private static int groupId(Map<String, Integer> groupIds, @Nullable String name) {
        return name == null ? -1 : groupIds.getOrDefault(Fold.key(name.strip()), -1);
    }

    /** Whoever is limited to websites leaves the prices of others, and of all, as they are. */
    private boolean mayReplace(int websiteId) {
        return websiteId == Website.ADMIN ? scope.takes(websiteId) : scope.sees(websiteId);
    }
}
