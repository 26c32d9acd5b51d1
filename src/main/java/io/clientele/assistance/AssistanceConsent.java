package io.clientele.assistance;

import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.Customer;
import io.clientele.customer.CustomerExtension;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * Shows with every customer whether assistance is allowed, in the contract's numbers: 1 it is not, 2 it is. Customers
 * decide for themselves; what an administrator says without the right to decide has no effect.
 */
@ApplicationScoped
class AssistanceConsent implements CustomerExtension {

    private static final String NAME = "assistance_allowed";
    private static final String RESOURCE = "Magento_LoginAsCustomer::allow_shopping_assistance";
    private static final int NOT_ALLOWED = 1;
    private static final int ALLOWED = 2;

    private final AssistanceRepository consents;
    private final CurrentCaller caller;
    private final Tokens tokens;

    @Inject
    AssistanceConsent(AssistanceRepository consents, CurrentCaller caller, Tokens tokens) {
        this.consents = consents;
        this.caller = caller;
        this.tokens = tokens;
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field(NAME, AssistanceRepository.ALLOWED));
    }

    /** Whether the customer, as it was read, allows assistance. */
    static boolean isGivenBy(Customer customer) {
        return customer.extensions().get(NAME) instanceof Number number && number.intValue() == ALLOWED;
    }

    @Override
    public void write(Customer customer, Map<String, Object> supplied) {
        if (!(supplied.get(NAME) instanceof Integer wanted) || !mayDecide()) {
            return;
        }
        switch (wanted) {
            case ALLOWED -> consents.give(customer.id());
            case NOT_ALLOWED -> {
                if (consents.withdraw(customer.id())) {
                    tokens.revokeAssumed(Subject.customer(customer.id()));
                }
            }
            default -> throw Refusals.invalidValue(NAME, wanted);
        }
    }

    private boolean mayDecide() {
        Caller who = caller.get();
        if (who.isCustomer()) {
            // Whoever acts for a customer cannot allow it as well.
            return who.onBehalfOf() == null && !who.isDelegated();
        }
        return who.isGuest() || who.may(RESOURCE);
    }
}
