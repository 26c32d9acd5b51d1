package io.clientele.assistance;

import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.Customer;
import io.clientele.customer.CustomerExtension;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import io.clientele.shared.person.ConsentLog;
import io.clientele.shared.person.Person;
import io.clientele.store.Settings;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
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
    private final ConsentLog history;
    private final Settings settings;
    private final Stores stores;

    @Inject
    AssistanceConsent(
            AssistanceRepository consents,
            CurrentCaller caller,
            Tokens tokens,
            ConsentLog history,
            Settings settings,
            Stores stores) {
        this.consents = consents;
        this.caller = caller;
        this.tokens = tokens;
        this.history = history;
        this.settings = settings;
        this.stores = stores;
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
            case ALLOWED -> {
                if (consents.give(customer.id())) {
                    note(customer, true);
                }
            }
            case NOT_ALLOWED -> {
                if (consents.withdraw(customer.id())) {
                    tokens.revokeAssumed(Subject.customer(customer.id()));
                    note(customer, false);
                }
            }
            default -> throw Refusals.invalidValue(NAME, wanted);
        }
    }

    private void note(Customer customer, boolean given) {
        StoreView view = stores.viewOf(customer.storeId(), customer.websiteId());
        history.note(
                Person.customer(customer.id()),
                customer.websiteId(),
                "assistance",
                null,
                given,
                settings.text(AssistanceSettings.WORDING, view));
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
