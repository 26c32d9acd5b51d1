package io.clientele.customer;

import io.clientele.access.Credentials;
import io.clientele.access.HashedPassword;
import io.clientele.access.PasswordHasher;
import io.clientele.access.PasswordRules;
import io.clientele.access.Subject;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import io.clientele.store.Settings;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes a customer's password. */
@ApplicationScoped
public class PasswordService {

    private final CustomerService customers;
    private final Credentials credentials;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final OwnSessions sessions;
    private final Settings settings;
    private final List<AccountParticipant> participants;
    private final CurrentCaller caller;

    @Inject
    PasswordService(
            CustomerService customers,
            Credentials credentials,
            PasswordRules rules,
            PasswordHasher hasher,
            OwnSessions sessions,
            Settings settings,
            @All List<AccountParticipant> participants,
            CurrentCaller caller) {
        this.customers = customers;
        this.credentials = credentials;
        this.rules = rules;
        this.hasher = hasher;
        this.sessions = sessions;
        this.settings = settings;
        this.participants = participants;
        this.caller = caller;
    }

    /**
     * Gives the customer a new password, ends its sessions but the caller's own, and tells its owner.
     *
     * @param whenWrong what to say when the current password is not right; the edges word it differently
     * @throws Refusal when the account is locked, the current password is wrong, or the new one breaks a rule
     */
    public Customer change(long customerId, String current, String next, Refusal whenWrong) {
        caller.demandNobodyActsFor();
        Customer customer = customers.unlocked(customerId);
        verify(customerId, current, whenWrong);
        rules.check(next, customer.email());
        store(customer, hasher.hash(next));
        return customer;
    }

    /**
     * Accepts the address as the account's own, or as another one against the current password where the shop wants
     * that.
     *
     * @throws Refusal when the password is missing or wrong
     */
    public void allowEmail(long customerId, String email, @Nullable String password) {
        Customer customer = customers.get(customerId);
        if (Fold.key(email.strip()).equals(Fold.key(customer.email()))
                || !settings.flag(CustomerSettings.PASSWORD_FOR_EMAIL, customer.websiteId())) {
            return;
        }
        caller.demandNobodyActsFor();
        if (password == null || password.isEmpty()) {
            throw CustomerRefusals.passwordNeeded();
        }
        customers.unlocked(customerId);
        verify(customerId, password, CustomerRefusals.wrongPassword());
    }

    /** Refuses unless it is the customer's password; a wrong one counts towards the lock. */
    public void verify(long customerId, String password, Refusal whenWrong) {
        if (!credentials.verify(Subject.customer(customerId), password)) {
            throw whenWrong;
        }
    }

    @Transactional
    void store(Customer customer, HashedPassword password) {
        // Resets in hand are taken back under the same lock, so that none outlives the password it was made for.
        customers.hold(customer.id());
        Subject subject = Subject.customer(customer.id());
        credentials.set(subject, password);
        sessions.endOthers(subject);
        participants.forEach(participant -> participant.passwordChanged(customer));
    }
}
