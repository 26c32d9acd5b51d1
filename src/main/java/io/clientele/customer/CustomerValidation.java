package io.clientele.customer;

import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a customer without storing it; the answer has the contract's own words for missing names. */
@ApplicationScoped
class CustomerValidation {

    private final CustomerRules rules;

    @Inject
    CustomerValidation(CustomerRules rules) {
        this.rules = rules;
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
