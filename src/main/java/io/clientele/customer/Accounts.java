package io.clientele.customer;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Accounts as the steps of their life find and change them; who may take a step is not decided here. */
@ApplicationScoped
public class Accounts {

    private final CustomerRepository customers;
    private final List<VerifiedEmailParticipant> participants;
    private final Clock clock;

    @Inject
    Accounts(CustomerRepository customers, @All List<VerifiedEmailParticipant> participants, Clock clock) {
        this.customers = customers;
        this.participants = participants;
        this.clock = clock;
    }

    /** The account that the e-mail address opens on the website: its own, or a shared one. */
    public Optional<Customer> find(int websiteId, String email) {
        return customers.account(websiteId, email.strip()).flatMap(account -> customers.customer(account.id()));
    }

    /** The account as it is now; empty when there is none. */
    public Optional<Customer> get(long id) {
        return customers.customer(id);
    }

    /** The account, which nobody else can change until the transaction ends; empty when it is gone. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Customer> lock(long id) {
        return customers.lock(id) ? customers.customer(id) : Optional.empty();
    }

    /** Leaves nothing to confirm. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Customer confirm(long id) {
        customers.confirm(id, clock.instant());
        return customers.customer(id).orElseThrow(() -> CustomerRefusals.missing(id));
    }

    /** The owner has proved to read the mail of the account's address: what waited for that is the owner's now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Customer verifyEmail(long id) {
        customers.verifyEmail(id, clock.instant());
        Customer verified = customers.customer(id).orElseThrow(() -> CustomerRefusals.missing(id));
        participants.forEach(participant -> participant.emailVerified(verified));
        return verified;
    }

    /** An account that is not active cannot sign in. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void setActive(long id, boolean active) {
        customers.setActive(id, active, clock.instant());
    }
}
