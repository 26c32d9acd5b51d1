package io.clientele.customer;

import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.address.AddressService;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusals;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Set;

/** Changes accounts in one transaction each: what is supplied is put over what is stored. */
@ApplicationScoped
class ProfileWriter {

    private final CustomerRepository customers;
    private final EmailChanges changes;
    private final GroupChanges groups;
    private final Stores stores;
    private final CurrentCaller caller;
    private final AddressService addresses;
    private final Tokens tokens;
    private final ExpectedVersion expected;
    private final AccountAudit audit;

    @Inject
    ProfileWriter(
            CustomerRepository customers,
            EmailChanges changes,
            GroupChanges groups,
            Stores stores,
            CurrentCaller caller,
            AddressService addresses,
            Tokens tokens,
            ExpectedVersion expected,
            AccountAudit audit) {
        this.customers = customers;
        this.changes = changes;
        this.groups = groups;
        this.stores = stores;
        this.caller = caller;
        this.addresses = addresses;
        this.tokens = tokens;
        this.expected = expected;
        this.audit = audit;
    }

    /**
     * Changes any property of a customer, as an administrator does. Moving it to another website ends its sessions.
     *
     * @throws io.clientele.shared.Refusal when there is no such customer for the caller, or something is wrong or taken
     */
    @Transactional
    Customer change(long id, CustomerDraft draft) {
        CustomerEntity row = row(id);
        AccountAudit.Before before = audit.before(row, draft);
        Customer changed = enter(row, draft, true);
        audit.changed(before, row, changed);
        return changed;
    }

    /** The same for an import, which the audit log hears of as a whole. */
    @Transactional
    Customer enter(long id, CustomerDraft draft) {
        return enter(row(id), draft, false);
    }

    private Customer enter(CustomerEntity row, CustomerDraft draft, boolean told) {
        long id = Objects.requireNonNull(row.id);
        int website = row.websiteId;
        place(row, draft);
        Integer group = draft.placement().groupId();
        if (group != null && group != row.groupId) {
            groups.note(row, group, GroupChanges.MANUAL);
            row.groupId = group;
        }
        Customer changed = told ? changes.write(row, draft, false) : changes.enter(row, draft);
        if (row.websiteId != website) {
            addresses.move(id, row.websiteId);
            tokens.revokeAll(Subject.customer(id));
        }
        return changed;
    }

    /** Changes what customers may change of themselves; the rest of the draft has no effect. */
    @Transactional
    Customer changeOwn(long id, CustomerDraft draft) {
        return change(row(id), draft.ofSelf());
    }

    /** Gives the account another e-mail address. */
    @Transactional
    Customer changeEmail(long id, String email) {
        return change(row(id), CustomerDraft.ofEmail(email));
    }

    /**
     * Gives the account back an address it had, which its owner has just proved to read.
     *
     * @throws io.clientele.shared.Refusal when somebody else has the address by now
     */
    @Transactional
    Customer restoreEmail(long id, String email) {
        return changes.restore(row(id), email);
    }

    private Customer change(CustomerEntity row, CustomerDraft draft) {
        AccountAudit.Before before = audit.before(row, draft);
        Customer changed = changes.write(row, draft, true);
        audit.changed(before, row, changed);
        return changed;
    }

    private CustomerEntity row(long id) {
        // Before the row: whoever switches the sharing of accounts holds this lock and waits for rows.
        customers.lockSharing();
        // Locked, so that two merges of one customer follow each other and neither is lost.
        CustomerEntity row = customers.findById(id, LockModeType.PESSIMISTIC_WRITE);
        Set<Integer> websites = caller.get().websiteIds();
        if (row == null || (!websites.isEmpty() && !websites.contains(row.websiteId))) {
            throw CustomerRefusals.missing(id);
        }
        if (expected.isDemanded()) {
            // The address book belongs to what the caller has read, and others change it without the row.
            addresses.hold(id);
            expected.check(() -> customers.customer(id).orElseThrow(() -> CustomerRefusals.missing(id)));
        }
        return row;
    }

    /** Moves the account to the website and store view named. Clients send 0 for "as it is". */
    private void place(CustomerEntity row, CustomerDraft draft) {
        Integer website = draft.placement().websiteId();
        Integer store = draft.placement().storeId();
        if (website != null && website != 0 && website != row.websiteId) {
            if (!caller.get().maySee(stores.website(website).id())) {
                throw Refusals.notAllowed(RegistrationService.MANAGE);
            }
            row.websiteId = website;
            row.storeId = stores.defaultViewOf(website).id();
        }
        if (store != null && store != 0 && store != row.storeId) {
            StoreView view = stores.view(store);
            if (view.websiteId() != row.websiteId) {
                throw CustomerRefusals.storeNotInWebsite();
            }
            row.storeId = store;
        }
    }
}
