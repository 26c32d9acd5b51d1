package io.clientele.privacy;

import io.clientele.customer.Accounts;
import io.clientele.customer.Customer;
import io.clientele.customer.CustomerService;
import io.clientele.customer.DeletedCustomer;
import io.clientele.customer.DeletedCustomers;
import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonKeys;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Forgets somebody, in one transaction: every feature what it keeps, then the account, and last the keys with which everything else
 * is sealed. A kill leaves all of it or nothing. Outside of the database the ledger hears of it.
 */
@ApplicationScoped
class Erasure {

    private final List<PersonData> features;
    private final DataSubjects subjects;
    private final PrivacyRequestRepository requests;
    private final RequestUpkeepRepository upkeep;
    private final Accounts accounts;
    private final CustomerService customers;
    private final DeletedCustomers deleted;
    private final PersonKeys keys;
    private final ErasureEntries entries;
    private final PrivacyAudit audit;
    private final Clock clock;

    @Inject
    Erasure(
            @All List<PersonData> features,
            DataSubjects subjects,
            PrivacyRequestRepository requests,
            RequestUpkeepRepository upkeep,
            Accounts accounts,
            CustomerService customers,
            DeletedCustomers deleted,
            PersonKeys keys,
            ErasureEntries entries,
            PrivacyAudit audit,
            Clock clock) {
        this.features = List.copyOf(features);
        this.subjects = subjects;
        this.requests = requests;
        this.upkeep = upkeep;
        this.accounts = accounts;
        this.customers = customers;
        this.deleted = deleted;
        this.keys = keys;
        this.entries = entries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Carries the request out; nothing happens where the person is erased already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void carryOut(PrivacyRequest request) {
        Optional<Customer> there = held(request);
        Optional<LedgerEntry> entry = subjects.of(request).map(subject -> entries.of(request, subject, there));
        forget(request, there.isPresent());
        // Last, so that the ledger has nothing of what came to nothing but for a failing commit.
        entry.ifPresent(entries::add);
    }

    /** The same for somebody of whom the ledger says so already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void repeat(PrivacyRequest request) {
        forget(request, held(request).isPresent());
    }

    /** The same where nothing but the hash of an address is left to know somebody by. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(DataSubject subject) {
        erase(0, subject, false);
    }

    /** Nobody adds anything to the account, or signs in, until it is gone. */
    private Optional<Customer> held(PrivacyRequest request) {
        return request.customerId() == null ? Optional.empty() : accounts.lock(request.customerId());
    }

    private void forget(PrivacyRequest request, boolean there) {
        subjects.of(request).ifPresent(subject -> erase(request.id(), subject, there));
        requests.close(request.id(), RequestStatus.DONE, null, null, clock.instant());
        audit.note("carried_out", request);
    }

    private void erase(long request, DataSubject subject, boolean there) {
        features.forEach(each -> each.erase(subject));
        if (there) {
            customers.erase(subject.account());
        }
        // What the account was made of is among them since it went.
        List<Long> former =
                deleted.of(subject).stream().map(DeletedCustomer::id).toList();
        upkeep.forget(request, subject.names(), subject.account(), clock.instant());
        subject.persons().forEach(keys::destroy);
        former.forEach(id -> keys.destroy(Person.customer(id)));
        deleted.forget(former);
    }
}
