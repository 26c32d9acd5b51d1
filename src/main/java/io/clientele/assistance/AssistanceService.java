package io.clientele.assistance;

import io.clientele.assistance.AssistanceLogEntry.Action;
import io.clientele.customer.Accounts;
import io.clientele.customer.Customer;
import io.clientele.customer.CustomerService;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.store.StoreScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets administrators act for customers; whoever does, or is refused, is in the log. */
@ApplicationScoped
public class AssistanceService {

    static final String LOGIN = "Magento_LoginAsCustomer::login";
    static final String CONSENT = "Magento_LoginAsCustomer::allow_shopping_assistance";

    private final AssistanceRules rules;
    private final AssistedSignIn assisted;
    private final AssistanceLogService log;
    private final CustomerService customers;
    private final Accounts accounts;
    private final CurrentCaller caller;
    private final StoreScope scope;

    @Inject
    AssistanceService(
            AssistanceRules rules,
            AssistedSignIn assisted,
            AssistanceLogService log,
            CustomerService customers,
            Accounts accounts,
            CurrentCaller caller,
            StoreScope scope) {
        this.rules = rules;
        this.assisted = assisted;
        this.log = log;
        this.customers = customers;
        this.accounts = accounts;
        this.caller = caller;
        this.scope = scope;
    }

    /**
     * A token for the account that the address opens on the request's website. What can be wrong is looked at in the
     * contract's order.
     */
    public String tokenByEmail(String email) {
        if (email.isBlank()) {
            throw AssistanceRefusals.unspecified("customer email");
        }
        Caller who = caller.get();
        if (who.type() != Caller.Type.ADMIN) {
            throw Refusals.customerNeeded();
        }
        int website = scope.view().websiteId();
        AssistanceAttempt unknown = new AssistanceAttempt(Action.TOKEN, who.id(), null, website, null);
        Customer customer = logged(unknown, () -> findAllowed(who, website, email));
        AssistanceAttempt attempt = AssistanceAttempt.of(Action.TOKEN, who.id(), customer, null);
        return logged(attempt, () -> {
            rules.demand(customer);
            return assisted.token(customer, website, who.id(), attempt);
        });
    }

    private Customer findAllowed(Caller who, int website, String email) {
        if (!who.may(LOGIN) || !rules.isOn()) {
            throw AssistanceRefusals.disabled();
        }
        if (!who.may(CONSENT)) {
            throw AssistanceRefusals.notAllowed();
        }
        return accounts.find(website, email)
                .filter(customer -> who.maySee(customer.websiteId()))
                .orElseThrow(AssistanceRefusals::unknownEmail);
    }

    /**
     * A token for the customer.
     *
     * @param reason why, for the log; null for no reason given
     */
    public String token(long customerId, @Nullable String reason) {
        long admin = administrator();
        String why = AssistanceRules.reason(reason);
        Customer customer = customers.get(customerId);
        AssistanceAttempt attempt = AssistanceAttempt.of(Action.TOKEN, admin, customer, why);
        return logged(attempt, () -> {
            rules.demand(customer);
            return assisted.token(customer, customer.websiteId(), admin, attempt);
        });
    }

    /** A one-time code, which a storefront changes into a token for the customer. */
    public String code(long customerId, @Nullable String reason) {
        long admin = administrator();
        String why = AssistanceRules.reason(reason);
        if (why == null) {
            throw Refusals.required("reason");
        }
        Customer customer = customers.get(customerId);
        AssistanceAttempt attempt = AssistanceAttempt.of(Action.CODE, admin, customer, why);
        return logged(attempt, () -> {
            rules.demand(customer);
            return assisted.code(customer, admin, why, attempt);
        });
    }

    /** Tokens name a person; an integration is none. */
    private long administrator() {
        Caller who = caller.get();
        if (who.type() != Caller.Type.ADMIN) {
            throw Refusals.notAllowed(LOGIN);
        }
        return who.id();
    }

    private <T> T logged(AssistanceAttempt attempt, Supplier<T> deed) {
        try {
            return deed.get();
        } catch (Refusal refusal) {
            log.refused(attempt, refusal);
            throw refusal;
        }
    }
}
