package io.clientele.customer;

import io.clientele.shared.Refusal;
import io.clientele.store.StoreScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a customer without storing it; the answer has the contract's own words for missing names. */
@ApplicationScoped
class CustomerValidation {

    private final CustomerRules rules;
    private final DemandedParts demanded;
    private final StoreScope scope;

    @Inject
    CustomerValidation(CustomerRules rules, DemandedParts demanded, StoreScope scope) {
        this.rules = rules;
        this.demanded = demanded;
        this.scope = scope;
    }

    ValidationResults validate(CustomerDraft draft) {
        List<String> messages = new ArrayList<>();
        named(messages, "First Name", draft.person().firstname());
        named(messages, "Last Name", draft.person().lastname());
        if (messages.isEmpty()) {
            CustomerEntity row = new CustomerEntity();
            try {
                CustomerMerge.apply(draft, row);
                rules.check(row);
                row.websiteId = draft.placement().websiteId() == null
                        ? scope.view().websiteId()
                        : draft.placement().websiteId();
                demanded.check(row, Map.of());
            } catch (Refusal refusal) {
                List<Refusal> errors = refusal.errors().isEmpty() ? List.of(refusal) : refusal.errors();
                errors.forEach(error -> messages.add(error.rendered()));
            }
        }
        return new ValidationResults(messages.isEmpty(), messages);
    }

    private static void named(List<String> messages, String label, @Nullable String value) {
        if (value == null || value.isBlank()) {
            messages.add("The \"" + label + "\" attribute value is empty. Set the attribute and try again.");
        }
    }
}
