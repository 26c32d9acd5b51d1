package io.clientele.customer;

import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.BuiltInParts;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a customer that a website demands by its settings. Accounts from before such a setting keep working: what
 * they never had is not asked for when something else is changed.
 */
@ApplicationScoped
class DemandedParts {

    private final BuiltInParts builtIn;

    @Inject
    DemandedParts(BuiltInParts builtIn) {
        this.builtIn = builtIn;
    }

    /** Whether each part is there, by the attribute's code. */
    static Map<String, Boolean> of(CustomerEntity row) {
        return Map.of(
                "prefix", row.prefix != null,
                "suffix", row.suffix != null,
                "dob", row.dob != null,
                "gender", row.gender != null,
                "taxvat", row.taxvat != null);
    }

    /**
     * @param before what the stored row had; without meaning for a new one
     * @throws Refusal naming every demanded part that a new row lacks, or that is taken from a stored one
     */
    void check(CustomerEntity row, Map<String, Boolean> before) {
        Map<String, Boolean> now = new HashMap<>(of(row));
        if (row.id != null) {
            now.replaceAll((code, there) -> there || !before.getOrDefault(code, false));
        }
        List<Refusal> missing = builtIn.missing(AttributeOwner.CUSTOMER, now, row.websiteId);
        if (!missing.isEmpty()) {
            throw Refusal.all(missing);
        }
    }
}
