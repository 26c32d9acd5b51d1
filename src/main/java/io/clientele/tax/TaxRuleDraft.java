package io.clientele.tax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sends to create or change a tax rule.
 *
 * @param id the rule to change, or 0 to create one
 * @param calculateSubtotal null for what was there, which is no for a new rule
 */
record TaxRuleDraft(
        int id,
        @Nullable String code,
        @Nullable Integer priority,
        @Nullable Integer position,
        @Nullable Boolean calculateSubtotal,
        @Nullable List<Integer> customerTaxClassIds,
        @Nullable List<Integer> productTaxClassIds,
        @Nullable List<Integer> taxRateIds) {}
