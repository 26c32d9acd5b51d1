package io.clientele.tax;

import io.clientele.shared.Snapshot;
import io.clientele.shared.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/**
 * Says how much tax comes on a price, from memory: at most a second old where another instance changed a rule. Rules of
 * one priority add up; those of a higher number apply to the price with the taxes before them, unless they are of the
 * subtotal.
 */
@ApplicationScoped
public class TaxRates {

    private final Snapshot<TaxTable> snapshot;

    @Inject
    TaxRates(Snapshots snapshots) {
        this.snapshot = snapshots.of("tax", TaxTableReader::read);
    }

    /**
     * The percentages for customers of one class in a place.
     *
     * @return one for each of the product classes; {@link TaxPercent#NONE} where no rule applies
     */
    public Map<Integer, TaxPercent> percents(int customerTaxClassId, Set<Integer> productTaxClassIds, TaxPlace place) {
        return snapshot.get().percents(customerTaxClassId, productTaxClassIds, place);
    }

    /** The same for all classes of products that a rule names. */
    public Map<Integer, TaxPercent> percents(int customerTaxClassId, TaxPlace place) {
        TaxTable table = snapshot.get();
        return table.percents(customerTaxClassId, table.productClasses(), place);
    }

    /** To be called in every transaction that changes a rule, or a rate that a rule uses. */
    void changed() {
        snapshot.changed();
    }
}
