package io.clientele.tax;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tax rule over REST. */
@Schema(
        name = "tax-data-tax-rule-interface",
        requiredProperties = {
            "code",
            "priority",
            "position",
            "customer_tax_class_ids",
            "product_tax_class_ids",
            "tax_rate_ids"
        })
public record TaxRuleBody(
        @Nullable Integer id,
        @Nullable String code,
        @Nullable Integer priority,
        @Nullable Integer position,
        @Nullable List<Integer> customerTaxClassIds,
        @Nullable List<Integer> productTaxClassIds,
        @Nullable List<Integer> taxRateIds,
        @Nullable Boolean calculateSubtotal) {

    static TaxRuleBody of(TaxRule rule) {
        return new TaxRuleBody(
                rule.id(),
                rule.code(),
                rule.priority(),
                rule.position(),
                rule.customerTaxClassIds(),
                rule.productTaxClassIds(),
                rule.taxRateIds(),
                rule.calculateSubtotal());
    }

    TaxRuleDraft draft() {
        return new TaxRuleDraft(
                id == null ? 0 : id,
                code,
                priority,
                position,
                calculateSubtotal,
                customerTaxClassIds,
                productTaxClassIds,
                taxRateIds);
    }
}
