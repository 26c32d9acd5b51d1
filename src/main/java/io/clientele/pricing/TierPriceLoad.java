package io.clientele.pricing;

import io.clientele.group.Group;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
    private final KnownSegments segments;
    private final PriceEvents events;

    @Inject
    TierPriceLoad(
            TierPriceRepository prices,
            PricedPlaces places,
            PriceScope scope,
            TierGroups groups,
            KnownSegments segments,
            PriceEvents events) {
        this.prices = prices;
        this.places = places;
        this.scope = scope;
        this.groups = groups;
        this.segments = segments;
        this.events = events;
    }

    /** What is wrong with a row, which was left out. */
    record RowFailure(int number, List<Refusal> faults) {}

    /**
     * What has become of a load.
     *
     * @param updated rows that a stored price has become, or was already
     * @param unchanged those of them that it was already
     * @param products those with a row that was written
     */
    record Outcome(
            List<RowFailure> failures, int created, int updated, int unchanged, int deleted, Set<Long> products) {

        List<Refusal> refusals() {
            return failures.stream().flatMap(row -> row.faults().stream()).toList();
        }
    }

    /** Keeps the websites until the transaction ends, for loads in several parts: later parts lock products before them. */
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(Collection<Integer> websiteIds) {
        prices.holdWebsites(websiteIds);
    }

    /** What is wrong with rows by themselves; whether they stand in the way of each other is not looked at. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<RowFailure> faults(List<TierPriceDraft> drafts) {
        return look(drafts).all().stream()
                .filter(row -> !row.faults().isEmpty())
                .map(row -> new RowFailure(row.number(), row.faults()))
                .toList();
    }

    /** Adds prices, and changes those that are there already. */
    @Transactional(Transactional.TxType.MANDATORY)
    Outcome add(List<TierPriceDraft> drafts) {
        Looked looked = look(drafts);
        TierPriceMerge merge = new TierPriceMerge();
        prices.beside(looked.products().values(), looked.known()).forEach(merge::keep);
        return write(looked, merge);
    }

    /**
     * Adds prices, and puts those of each product with a good row in the place of all that it has.
     *
     * @param replaced products whose old prices are gone already, to which prices are added only
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Outcome replace(List<TierPriceDraft> drafts, Set<Long> replaced) {
        Looked looked = look(drafts);
        TierPriceMerge merge = new TierPriceMerge();
        for (StoredTierPrice each : prices.ofProducts(looked.products().values())) {
            if (!replaced.contains(each.price().productId())
                    && mayReplace(each.price().websiteId())) {
                merge.replace(each);
            } else {
                merge.keep(each);
            }
        }
        return write(looked, merge);
    }

    private Outcome write(Looked looked, TierPriceMerge merge) {
        List<RowFailure> failures = new ArrayList<>();
        Set<Long> written = new HashSet<>();
        for (TierPriceRow row : looked.all()) {
            List<Refusal> faults = faults(row, merge);
            TierPrice price = row.price();
            if (!faults.isEmpty()) {
                failures.add(new RowFailure(row.number(), faults));
            } else if (price != null) {
                written.add(price.productId());
            }
        }
        TierPriceMerge.Writes writes = merge.writes();
        prices.write(writes);
        events.tell(PriceEvents.Kind.TIER_PRICE, written);
        int good = looked.all().size() - failures.size();
        int created = writes.inserts().size();
        int updated = good - created;
        int unchanged = Math.max(0, updated - writes.updates().size());
        return new Outcome(
                failures, created, updated, unchanged, writes.deletes().size(), written);
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
        List<StoredTierPrice> found = prices.beside(rows.products().values(), good).stream()
                .filter(stored -> named.getOrDefault(stored.price().step(), List.of()).stream()
                        .anyMatch(row -> isNamed(stored.price(), row)))
                .toList();
        deleteFound(found);
        return new Outcome(failures, 0, 0, 0, found.size(), Set.of());
    }

    /** Deletes prices whose products are locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    void deleteFound(Collection<StoredTierPrice> found) {
        prices.delete(found.stream().map(StoredTierPrice::id).toList());
        events.tell(
                PriceEvents.Kind.TIER_PRICE,
                found.stream().map(stored -> stored.price().productId()).collect(Collectors.toSet()));
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
    private record Looked(List<TierPriceRow> all, Map<String, Product> products) {

        /** What can be compared with other prices. */
        private List<TierPrice> known() {
            return all.stream()
                    .map(TierPriceRow::price)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

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
        Set<Long> named = drafts.stream()
                .map(TierPriceDraft::segmentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, Product> products = places.lock(drafts.stream().map(TierPriceDraft::sku));
        TierPriceChecks checks =
                new TierPriceChecks(scope, products, groupIds, heldGroups, heldWebsites, segments.existing(named));
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
