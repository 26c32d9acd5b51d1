package io.clientele.tax;

import java.util.List;

/**
 * Says which rates apply to which customers and products.
 *
 * @param priority rules of one priority add up; a higher number applies to the price with the taxes before it
 * @param position where lists show it; it has no part in the tax
 * @param calculateSubtotal whether it is of the price alone, whatever its priority
 */
public record TaxRule(
        int id,
        String code,
        int priority,
        int position,
        boolean calculateSubtotal,
        List<Integer> customerTaxClassIds,
        List<Integer> productTaxClassIds,
        List<Integer> taxRateIds) {}
