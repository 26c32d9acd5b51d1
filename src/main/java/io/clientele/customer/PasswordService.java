package io.clientele.customer;

import io.clientele.access.Credentials;
import io.clientele.access.HashedPassword;
import io.clientele.access.PasswordHasher;
import io.clientele.access.PasswordRules;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
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
     * @throws io.clientele.shared.Refusal when the account is locked, the current password is wrong, or the new one
     *     breaks a rule
     */
    public Customer change(long customerId, String current, String next) {
        Subject subject = Subject.customer(customerId);
        Customer customer = customers.get(customerId);
        if (credentials.isLocked(subject)) {
            throw CustomerRefusals.locked();
        }
        if (!credentials.verify(subject, current)) {
            throw CustomerRefusals.wrongPassword();
        }
        rules.check(next, customer.email());
        store(subject, hasher.hash(next));
        return customer;
    }

    @Transactional
    void store(Subject subject, HashedPassword password) {
        credentials.set(subject, password);
        tokens.revokeAll(subject);
    }
}
