package io.clientele.segment;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.store.Settings;
import io.clientele.store.StoreScope;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells shoppers which segments they are in, where the shop wants them to know. */
@ApplicationScoped
public class SegmentSharing {

    private final ShopperSegments segments;
    private final ShopperSegmentRepository carts;
    private final Settings settings;
    private final StoreScope scope;
    private final CurrentCaller caller;

    @Inject
    SegmentSharing(
            ShopperSegments segments,
            ShopperSegmentRepository carts,
            Settings settings,
            StoreScope scope,
            CurrentCaller caller) {
        this.segments = segments;
        this.carts = carts;
        this.settings = settings;
        this.scope = scope;
        this.caller = caller;
    }

    /** Whether the store view tells shoppers their segments. */
    boolean isOn(StoreView view) {
        return settings.flag(SegmentSettings.SHARED, view);
    }

    /** The segments of this website that each of the customers is in; empty where shoppers are not told: one statement. */
    Optional<Map<Long, Set<Long>>> of(Collection<Long> customerIds) {
        if (!isOn(scope.view())) {
            return Optional.empty();
        }
        int website = scope.view().websiteId();
        return Optional.of(segments.of(customerIds).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> ofWebsite(each.getValue(), website))));
    }

    private static Set<Long> ofWebsite(List<ShopperSegments.Entry> entries, int website) {
        return entries.stream()
                .map(ShopperSegments.Entry::segment)
                .filter(segment -> segment.websiteIds().contains(website))
                .map(LiveSegment::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The segments of whoever has the cart: of a customer who asks by what is kept, of a visitor by judging the visitor
     * now. Nothing where shoppers are not told.
     *
     * @throws io.clientele.shared.Refusal when there is no such cart, or it is another customer's
     */
    Optional<Set<Long>> ofCart(String cartId) {
        if (!isOn(scope.view())) {
            return Optional.empty();
        }
        ShopperSegmentRepository.Owner owner =
                carts.cart(cartId).orElseThrow(() -> SegmentRefusals.unknownCart(cartId));
        Caller who = caller.get();
        Long customer = owner.customerId();
        if (customer != null && !(who.isCustomer() && who.id() == customer)) {
            throw SegmentRefusals.foreignCart(cartId);
        }
        int website = scope.view().websiteId();
        if (who.isCustomer()) {
            return Optional.of(segments.ofCustomer(who.id(), website));
        }
        Long visitor = owner.visitorId();
        return Optional.of(visitor == null ? Set.of() : segments.ofVisitor(visitor, website));
    }
}
