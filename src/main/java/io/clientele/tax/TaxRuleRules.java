package io.clientele.tax;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a tax rule must have. */
@ApplicationScoped
class TaxRuleRules {

    private static final int LONGEST_CODE = 255;

    /** As many classes or rates as one rule may name. */
    private static final int MOST = 50_000;

    private final TaxClassRepository classes;
    private final TaxRateRepository rates;

    @Inject
    TaxRuleRules(TaxClassRepository classes, TaxRateRepository rates) {
        this.classes = classes;
        this.rates = rates;
    }

    /**
     * Puts the draft over the row.
     *
     * @throws Refusal naming all that is missing or wrong, or the first id that names nothing of its kind
     */
    void apply(TaxRuleDraft draft, TaxRuleEntity row) {
        List<Refusal> wrong = new ArrayList<>();
        number("position", draft.position(), wrong);
        number("priority", draft.priority(), wrong);
        String code = draft.code() == null ? "" : draft.code().strip();
        if (code.isEmpty()) {
            wrong.add(Refusals.required("code"));
        } else if (code.codePointCount(0, code.length()) > LONGEST_CODE) {
            wrong.add(Refusals.tooLong("code", LONGEST_CODE));
        }
        Set<Integer> customers = ids("customer_tax_class_ids", draft.customerTaxClassIds(), wrong);
        Set<Integer> products = ids("product_tax_class_ids", draft.productTaxClassIds(), wrong);
        Set<Integer> taxRates = ids("tax_rate_ids", draft.taxRateIds(), wrong);
        if (!wrong.isEmpty() || draft.position() == null || draft.priority() == null) {
            throw Refusal.all(wrong);
        }
        known("customer_tax_class_ids", customers, isOf(TaxClassType.CUSTOMER, customers));
        known("product_tax_class_ids", products, isOf(TaxClassType.PRODUCT, products));
        known("tax_rate_ids", taxRates, new HashSet<>(rates.known(List.copyOf(taxRates)))::contains);
        row.rename(code);
        row.position = draft.position();
        row.priority = draft.priority();
        row.calculateSubtotal = draft.calculateSubtotal() == null ? row.calculateSubtotal : draft.calculateSubtotal();
        TaxRuleEntity.replace(row.customerTaxClassIds, customers);
        TaxRuleEntity.replace(row.productTaxClassIds, products);
        row.taxRateIds = taxRates.stream().mapToLong(Integer::longValue).toArray();
    }

    private Predicate<Integer> isOf(TaxClassType type, Collection<Integer> ids) {
        return new HashSet<>(classes.known(type, List.copyOf(ids)))::contains;
    }

    private static void number(String field, @Nullable Integer value, List<Refusal> wrong) {
        if (value == null) {
            wrong.add(Refusals.required(field));
        } else if (value < 0) {
            wrong.add(Refusals.invalidValue(field, value));
        }
    }

    private static Set<Integer> ids(String field, @Nullable List<Integer> ids, List<Refusal> wrong) {
        if (ids == null || ids.isEmpty()) {
            wrong.add(Refusals.required(field));
            return Set.of();
        }
        if (ids.size() > MOST) {
            wrong.add(Refusals.tooManyItems(field, MOST));
        }
        return new HashSet<>(ids);
    }

    private static void known(String field, Set<Integer> ids, Predicate<Integer> isKnown) {
        ids.stream().sorted().filter(isKnown.negate()).findFirst().ifPresent(id -> {
            throw Refusals.noSuchEntity(field, id);
        });
    }
}
