package io.clientele.customer;

import io.clientele.access.Credentials;
import io.clientele.access.HashedPassword;
import io.clientele.access.PasswordHasher;
import io.clientele.access.PasswordRules;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Changes a customer's password. */
@ApplicationScoped
public class PasswordService {

    private final CustomerService customers;
    private final Credentials credentials;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final Tokens tokens;

    @Inject
    PasswordService(
            CustomerService customers,
            Credentials credentials,
            PasswordRules rules,
            PasswordHasher hasher,
            Tokens tokens) {
        this.customers = customers;
        this.credentials = credentials;
        this.rules = rules;
        this.hasher = hasher;
        this.tokens = tokens;
    }

    /**
     * Gives the customer a new password and ends its sessions.
     *
     * @param whenWrong what to say when the current password is not right; the edges word it differently
     * @throws Refusal when the account is locked, the current password is wrong, or the new one breaks a rule
     */
    public Customer change(long customerId, String current, String next, Refusal whenWrong) {
        Customer customer = customers.unlocked(customerId);
        verify(customerId, current, whenWrong);
        rules.check(next, customer.email());
        store(Subject.customer(customerId), hasher.hash(next));
        return customer;
    }

    /** Refuses unless it is the customer's password; a wrong one counts towards the lock. */
    public void verify(long customerId, String password, Refusal whenWrong) {
        if (!credentials.verify(Subject.customer(customerId), password)) {
            throw whenWrong;
        }
    }

    @Transactional
    void store(Subject subject, HashedPassword password) {
        credentials.set(subject, password);
        tokens.revokeAll(subject);
    }
}
