package io.clientele.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts new rows beside those that are stored, row by row, and says at the end what is to be written. For one load. */
final class TierPriceMerge {

    /** Rows that come in the order of the index find their pages in memory. */
    private static final Comparator<TierPrice> INDEX_ORDER = Comparator.comparingLong(TierPrice::productId)
            .thenComparingInt(TierPrice::websiteId)
            .thenComparing(TierPrice::groupId, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(TierPrice::quantity);

    private final Map<TierPrice.Step, List<Slot>> slots = new HashMap<>();
    private final List<StoredTierPrice> replaceable = new ArrayList<>();
    private final Set<Long> replacedProducts = new HashSet<>();

    /** A price that will be there: one that is stored, a new one, or a new one in the place of a stored one. */
    private static final class Slot {

        private final @Nullable StoredTierPrice stored;
        private @Nullable TierPrice written;
        private final boolean goes;

        private Slot(@Nullable StoredTierPrice stored, @Nullable TierPrice written, boolean goes) {
            this.stored = stored;
            this.written = written;
            this.goes = goes;
        }

        private TierPrice price() {
            TierPrice is = written;
            if (is != null) {
                return is;
            }
            if (stored == null) {
                throw new IllegalStateException("a price is stored or written");
            }
            return stored.price();
        }
    }

    /**
     * A price that stands in the way.
     *
     * @param stored whether it was there before the load
     */
    record Obstacle(TierPrice price, boolean stored) {}

    /** What is to be written. */
    record Writes(List<TierPrice> inserts, List<StoredTierPrice> updates, List<Long> deletes) {}

    /** Adds a price that is stored. */
    void keep(StoredTierPrice stored) {
        add(new Slot(stored, null, false));
    }

    /** Adds a price that is stored and goes, unless the load has it too, once the load has a good row of its product. */
    void replace(StoredTierPrice stored) {
        add(new Slot(stored, null, true));
        replaceable.add(stored);
    }

    private void add(Slot slot) {
        slots.computeIfAbsent(slot.price().step(), step -> new ArrayList<>(1)).add(slot);
    }

    /**
     * Takes a row in, unless another price stands in its way.
     *
     * @param good whether the row is written; one that is refused for something else is only compared
     */
    Optional<Obstacle> take(TierPrice price, boolean good) {
        List<Slot> beside = slots.computeIfAbsent(price.step(), step -> new ArrayList<>(1));
        Slot same = null;
        for (Slot slot : beside) {
            boolean isSame = slot.price().isSameAs(price);
            if (isSame && slot.written == null) {
                same = slot;
            } else if ((isSame || slot.price().clashesWith(price)) && (slot.written != null || !slot.goes)) {
                return Optional.of(new Obstacle(slot.price(), slot.written == null));
            }
        }
        if (good) {
            replacedProducts.add(price.productId());
            if (same == null) {
                beside.add(new Slot(null, price, false));
            } else {
                same.written = price;
            }
        }
        return Optional.empty();
    }

    Writes writes() {
        List<TierPrice> inserts = new ArrayList<>();
        List<StoredTierPrice> updates = new ArrayList<>();
        Set<Long> kept = new HashSet<>();
        for (List<Slot> beside : slots.values()) {
            for (Slot slot : beside) {
                TierPrice written = slot.written;
                if (written != null && slot.stored == null) {
                    inserts.add(written);
                } else if (written != null && slot.stored != null) {
                    kept.add(slot.stored.id());
                    if (!slot.stored.price().saysTheSameAs(written)) {
                        updates.add(new StoredTierPrice(slot.stored.id(), written));
                    }
                }
            }
        }
        List<Long> deletes = replaceable.stream()
                .filter(stored -> replacedProducts.contains(stored.price().productId()))
                .map(StoredTierPrice::id)
                .filter(id -> !kept.contains(id))
                .toList();
        inserts.sort(INDEX_ORDER);
        return new Writes(inserts, updates, deletes);
    }
}
