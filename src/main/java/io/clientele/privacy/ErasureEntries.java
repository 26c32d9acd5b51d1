package io.clientele.privacy;

import io.clientele.customer.Customer;
import io.clientele.customer.DeletedCustomers;
import io.clientele.customer.MergedCustomers;
import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what the ledger is told of an erasure, and tells it. */
@ApplicationScoped
class ErasureEntries {

    private final ErasureLedger ledger;
    private final ErasureRecords records;
    private final MergedCustomers merged;
    private final DeletedCustomers deleted;
    private final Clock clock;

    @Inject
    ErasureEntries(
            ErasureLedger ledger,
            ErasureRecords records,
            MergedCustomers merged,
            DeletedCustomers deleted,
            Clock clock) {
        this.ledger = ledger;
        this.records = records;
        this.merged = merged;
        this.deleted = deleted;
        this.clock = clock;
    }

    /**
     * What there is to say, before anything is forgotten.
     *
     * @param there the account, or empty for somebody without one
     */
    LedgerEntry of(PrivacyRequest request, DataSubject subject, Optional<Customer> there) {
        List<LedgerEntry.Account> accounts = new ArrayList<>();
        there.ifPresent(account ->
                accounts.add(new LedgerEntry.Account(account.id(), keyed(subject.address()), account.createdAt())));
        if (there.isPresent()) {
            Map<Long, Optional<String>> former = merged.addresses(subject.account());
            former.forEach((id, emailKey) -> accounts.add(new LedgerEntry.Account(
                    id, emailKey.map(Person::email).map(this::keyed).orElse(null), null)));
        }
        deleted.of(subject)
                .forEach(account -> accounts.add(
                        new LedgerEntry.Account(account.id(), keyed(account.address()), account.createdAt())));
        return new LedgerEntry(
                records.idOf(request.id()),
                request.id(),
                request.websiteId(),
                keyed(subject.address()),
                accounts,
                clock.instant());
    }

    /** Tells the ledger, and notes that this database has seen it. */
    void add(LedgerEntry entry) {
        boolean _ = records.add(entry.id(), entry.erasedAt());
        ledger.add(entry);
    }

    /** Without a key there is no ledger to say it to. */
    private String keyed(Person address) {
        return ledger.key().map(key -> key.of(address)).orElse("");
    }
}
