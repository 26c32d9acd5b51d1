package io.clientele.customer.life;

import io.clientele.access.Credentials;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.AccountAudit;
import io.clientele.customer.Accounts;
import io.clientele.customer.Customer;
import io.clientele.customer.CustomerRefusals;
import io.clientele.customer.CustomerService;
import io.clientele.shared.Caller;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What administrators do to accounts that they may see. */
@ApplicationScoped
public class AccountAdministration {

    private final CustomerService customers;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Tokens tokens;
    private final AccountTokens mailed;
    private final AccountMails mails;
    private final AccountAudit audit;
    private final ResetThrottle throttle;
    private final Stores stores;

    @Inject
    AccountAdministration(
            CustomerService customers,
            Accounts accounts,
            Credentials credentials,
            Tokens tokens,
            AccountTokens mailed,
            AccountMails mails,
            AccountAudit audit,
            ResetThrottle throttle,
            Stores stores) {
        this.customers = customers;
        this.accounts = accounts;
        this.credentials = credentials;
        this.tokens = tokens;
        this.mailed = mailed;
        this.mails = mails;
        this.audit = audit;
        this.throttle = throttle;
        this.stores = stores;
    }

    /** Lifts the locks that wrong passwords have brought about. */
    @Transactional
    public void unlock(long customerId) {
        Customer customer = locked(customerId);
        credentials.unlock(Subject.customer(customerId));
        credentials.forgive(Caller.Type.CUSTOMER, customer.email());
        audit.note("unlocked", customer);
    }

    /** Makes the customer sign in again everywhere. */
    @Transactional
    public void revokeTokens(long customerId) {
        Customer customer = locked(customerId);
        tokens.revokeAll(Subject.customer(customerId));
        audit.note("tokens.revoked", customer);
    }

    /** @throws io.clientele.shared.Refusal when there were too many requests for the address within the hour */
    @Transactional
    public void sendPasswordReset(long customerId) {
        Customer customer = locked(customerId);
        throttle.admitAdministrator(
                customer.email(), stores.findView(customer.storeId()).orElseGet(stores::defaultView));
        audit.note("password.reset.requested", customer);
        mails.reset(customer, ResetTemplate.RESET);
    }

    /** Shuts the account until it is reactivated: nobody can sign in, all sessions end, mailed links are worthless. */
    @Transactional
    public void deactivate(long customerId) {
        audit.note("deactivated", locked(customerId));
        accounts.setActive(customerId, false);
        tokens.revokeAll(Subject.customer(customerId));
        mailed.withdraw(customerId, TokenPurpose.RESET, TokenPurpose.CONFIRM);
    }

    /** Opens the account again. */
    @Transactional
    public void reactivate(long customerId) {
        audit.note("reactivated", locked(customerId));
        accounts.setActive(customerId, true);
    }

    private Customer locked(long customerId) {
        customers.get(customerId);
        return accounts.lock(customerId).orElseThrow(() -> CustomerRefusals.missing(customerId));
    }
}
