package io.clientele.privacy;

import io.clientele.customer.Accounts;
import io.clientele.customer.Customer;
import io.clientele.customer.DeletedCustomers;
import io.clientele.shared.Fold;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.sql.LongStatements;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Erases again whom a ledger names and a restored database has again: through the same code, and without waiting for orders that
 * were closed when it was done first.
 */
@ApplicationScoped
class RepeatedErasures {

    private static final Duration STATEMENT = Duration.ofSeconds(30);

    /** What the requests that are made for it say of their source. */
    private static final String SOURCE = "ledger";

    private final ErasureRecords records;
    private final PrivacyRequestRepository requests;
    private final Erasure erasure;
    private final DataSubjects subjects;
    private final Accounts accounts;
    private final DeletedCustomers deleted;
    private final PersonKeys keys;
    private final PrivacyAudit audit;
    private final LongStatements longStatements;
    private final Stores stores;
    private final Clock clock;

    @Inject
    RepeatedErasures(
            ErasureRecords records,
            PrivacyRequestRepository requests,
            Erasure erasure,
            DataSubjects subjects,
            Accounts accounts,
            DeletedCustomers deleted,
            PersonKeys keys,
            PrivacyAudit audit,
            LongStatements longStatements,
            Stores stores,
            Clock clock) {
        this.records = records;
        this.requests = requests;
        this.erasure = erasure;
        this.subjects = subjects;
        this.accounts = accounts;
        this.deleted = deleted;
        this.keys = keys;
        this.audit = audit;
        this.longStatements = longStatements;
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * What became of an entry.
     *
     * @param erased the accounts that were there again
     * @param address whether anything was there under the address without an account
     * @param keys how many keys of accounts that are not there were destroyed again
     * @param doubtful accounts with an id of the entry that are older than the erasure, and neither address nor making is theirs: they
     *     are left alone, and the entry is looked at again the next time
     */
    record Repeated(List<Long> erased, boolean address, int keys, List<Long> doubtful) {

        static final Repeated NOTHING = new Repeated(List.of(), false, 0, List.of());
    }

    /** @param found what is kept of the entry's address, or null */
    @Transactional(Transactional.TxType.MANDATORY)
    public Repeated repeat(LedgerEntry entry, AddressSearch.@Nullable Found found, LedgerKey key) {
        // Whoever repeats the same one at the same time waits here.
        if (!records.add(entry.id(), clock.instant())) {
            return Repeated.NOTHING;
        }
        return longStatements.within(STATEMENT, () -> {
            List<Long> erased = new ArrayList<>();
            List<Long> doubtful = new ArrayList<>();
            int destroyed = 0;
            for (LedgerEntry.Account each : entry.accounts()) {
                Customer there = accounts.lock(each.id()).orElse(null);
                if (there == null) {
                    destroyed += keys.destroyAgain(Person.customer(each.id())) ? 1 : 0;
                    deleted.forget(List.of(each.id()));
                } else if (isSame(each, there, key)) {
                    erase(there);
                    erased.add(there.id());
                } else if (!there.createdAt().isAfter(entry.erasedAt())) {
                    doubtful.add(each.id());
                }
            }
            boolean address = found != null
                    && stores.findWebsite(entry.websiteId()).isPresent()
                    && eraseAddress(entry, found, erased);
            if (!doubtful.isEmpty()) {
                records.remove(entry.id());
            }
            return new Repeated(erased, address, destroyed, doubtful);
        });
    }

    /** Whether it is the account that was erased, and not one that got its id after the database was set back. */
    private static boolean isSame(LedgerEntry.Account erased, Customer there, LedgerKey key) {
        if (erased.address() == null && erased.createdAt() == null) {
            return false;
        }
        return key.of(Person.email(Fold.key(there.email()))).equals(erased.address())
                || Objects.equals(micros(there.createdAt()), micros(erased.createdAt()));
    }

    /** Answers whether anything was kept under the address but what went with an account. */
    private boolean eraseAddress(LedgerEntry entry, AddressSearch.Found found, List<Long> erased) {
        if (found.emailKey().isEmpty()) {
            erasure.forget(subjects.ofHashed(found.person(), entry.websiteId()));
            return true;
        }
        String email = found.emailKey().get();
        // Whoever had the address before with another account asked for that one, too.
        accounts.find(entry.websiteId(), email)
                .filter(account -> !account.createdAt().isAfter(entry.erasedAt()))
                .flatMap(account -> accounts.lock(account.id()))
                .ifPresent(account -> {
                    erase(account);
                    erased.add(account.id());
                });
        int view = stores.defaultViewOf(entry.websiteId()).id();
        erase(null, email, entry.websiteId(), view);
        return true;
    }

    private void erase(Customer account) {
        erase(account.id(), account.email(), account.websiteId(), account.storeId());
    }

    private void erase(@Nullable Long account, String email, int websiteId, int storeId) {
        Instant now = clock.instant();
        long id = requests.add(
                new PrivacyRequestRepository.Draft(
                        RequestKind.ERASE,
                        RequestStatus.IN_PROGRESS,
                        websiteId,
                        storeId,
                        account,
                        email,
                        null,
                        SOURCE,
                        now),
                now);
        PrivacyRequest request = requests.find(id).orElseThrow();
        audit.note("created", request);
        erasure.repeat(request);
    }

    private static @Nullable Instant micros(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }
}
