package io.clientele.customer;

import io.clientele.address.Address;
import io.clientele.address.AddressParticipant;
import io.clientele.address.AddressService;
import io.clientele.group.Groups;
import io.clientele.shared.outbox.Outbox;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import io.clientele.tax.vat.VatAnswer;
import io.clientele.tax.vat.VatChecks;
import io.clientele.tax.vat.VatOutcome;
import io.clientele.tax.vat.VatPolicy;
import io.clientele.tax.vat.VatQuestion;
import io.clientele.tax.vat.VatVerdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts customers into the group that the VAT number of their deciding address leads to, in the transaction that writes
 * the address. A customer stays there until that number changes, so that a group given by hand stays too.
 */
@ApplicationScoped
class GroupAssignment implements AddressParticipant {

    private final CustomerRepository customers;
    private final AddressService addresses;
    private final VatPolicy policy;
    private final VatChecks checks;
    private final Groups groups;
    private final GroupChanges changes;
    private final Stores stores;
    private final Outbox outbox;

    @Inject
    GroupAssignment(
            CustomerRepository customers,
            AddressService addresses,
            VatPolicy policy,
            VatChecks checks,
            Groups groups,
            GroupChanges changes,
            Stores stores,
            Outbox outbox) {
        this.customers = customers;
        this.addresses = addresses;
        this.policy = policy;
        this.checks = checks;
        this.groups = groups;
        this.changes = changes;
        this.stores = stores;
        this.outbox = outbox;
    }

    /** A customer whose number is still to be asked about. */
    record Open(StoreView view, DecidingAddress deciding, VatQuestion question) {}

    /** Before the book: whoever writes a whole customer locks it in this order. */
    @Override
    public void bookChanging(long customerId) {
        if (policy.isOnAnywhere()) {
            customers.lock(customerId);
        }
    }

    @Override
    public void bookChanged(long customerId) {
        if (policy.isOnAnywhere()) {
            CustomerEntity row = customers.findById(customerId, LockModeType.PESSIMISTIC_WRITE);
            if (row != null) {
                assign(row);
            }
        }
    }

    /** Decides again if the deciding number is another than the last time, or was asked about for this request. */
    void assign(CustomerEntity row) {
        StoreView view = view(row);
        if (row.id == null || row.disableAutoGroupChange || !policy.isOn(view)) {
            return;
        }
        @Nullable Address address = address(row, view);
        Optional<DecidingAddress> deciding = deciding(row, view);
        String basis = basis(policy, deciding);
        boolean asked = !basis.isEmpty()
                && policy.asksEachTime(view)
                && deciding.filter(each -> checks.isPrepared(view, each.number()))
                        .isPresent();
        if (basis.equals(row.vatBasis == null ? "" : row.vatBasis) && !asked) {
            return;
        }
        row.vatBasis = basis;
        VatVerdict verdict = deciding.map(each -> checks.verdict(view, each.countryId(), each.number()))
                .orElse(new VatVerdict(VatOutcome.NONE, null));
        settle(row, view, address, verdict);
        if (verdict.outcome() == VatOutcome.ERROR) {
            LateVatChecks.add(outbox, row.id, row.groupId);
        }
    }

    /** The customer's question, if its number still waits for an answer. */
    Optional<Open> open(long customerId) {
        return customers
                .findByIdOptional(customerId)
                .filter(row -> !row.disableAutoGroupChange && policy.isOn(view(row)))
                .flatMap(row -> deciding(row, view(row))
                        .filter(isDecided(row))
                        .filter(each -> policy.isCheckable(each.countryId(), each.number()))
                        .map(each -> new Open(view(row), each, policy.question(view(row), each.number()))));
    }

    /** Settles a question that was open: unless the number is another by now, or somebody chose a group by hand. */
    void settle(long customerId, int groupGiven, Open open, VatAnswer answer) {
        CustomerEntity row = customers.findById(customerId, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || row.disableAutoGroupChange) {
            return;
        }
        boolean same = deciding(row, open.view())
                .filter(isDecided(row))
                .filter(open.deciding()::equals)
                .isPresent();
        if (same) {
            VatVerdict verdict = policy.verdict(open.view(), open.deciding().countryId(), answer);
            boolean byHand = row.groupId != groupGiven;
            note(address(row, open.view()), verdict);
            if (!byHand) {
                changes.move(
                        row,
                        group(open.view(), verdict.outcome()),
                        verdict.outcome().word());
            }
        }
    }

    /** What a decision is about: a number of the Union's, or nothing. */
    static String basis(VatPolicy policy, Optional<DecidingAddress> deciding) {
        return deciding.filter(each -> policy.isOfUnion(each.countryId()))
                .filter(each -> !each.number().isEmpty())
                .map(each -> each.countryId() + " " + each.number().state()
                        + each.number().digits())
                .orElse("");
    }

    private void settle(CustomerEntity row, StoreView view, @Nullable Address address, VatVerdict verdict) {
        note(address, verdict);
        changes.move(row, group(view, verdict.outcome()), verdict.outcome().word());
    }

    private void note(@Nullable Address address, VatVerdict verdict) {
        if (address != null && verdict.outcome() != VatOutcome.NONE) {
            VatAnswer answer = verdict.answer();
            addresses.noteCheck(
                    address.id(),
                    answer == null
                            ? new Address.VatCheck(false, null, null, false)
                            : new Address.VatCheck(answer.valid(), answer.requestId(), answer.requestDate(), true));
        }
    }

    private Predicate<DecidingAddress> isDecided(CustomerEntity row) {
        return each -> basis(policy, Optional.of(each)).equals(row.vatBasis);
    }

    private Optional<DecidingAddress> deciding(CustomerEntity row, StoreView view) {
        return DecidingAddress.of(policy.countsBilling(view), book(row));
    }

    private @Nullable Address address(CustomerEntity row, StoreView view) {
        boolean billing = policy.countsBilling(view);
        return book(row).stream()
                .filter(each -> billing ? each.defaultBilling() : each.defaultShipping())
                .findFirst()
                .orElse(null);
    }

    private List<Address> book(CustomerEntity row) {
        return row.id == null ? List.of() : addresses.ofCustomers(new long[] {row.id});
    }

    private int group(StoreView view, VatOutcome outcome) {
        return policy.group(view, outcome).stream()
                .filter(id -> groups.find(id).isPresent())
                .findFirst()
                .orElseGet(() -> groups.defaultGroupId(view));
    }

    private StoreView view(CustomerEntity row) {
        return stores.viewOf(row.storeId, row.websiteId);
    }
}
