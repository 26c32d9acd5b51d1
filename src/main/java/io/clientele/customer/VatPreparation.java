package io.clientele.customer;

import io.clientele.address.AddressDraft;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import io.clientele.tax.vat.VatChecks;
import io.clientele.tax.vat.VatNumber;
import io.clientele.tax.vat.VatPolicy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has the VAT number checked that will decide about a customer's group once something is written, before the transaction
 * that writes it. When this is left out, or comes to nothing, the group is settled later.
 */
@ApplicationScoped
public class VatPreparation {

    private final VatChecks checks;
    private final VatPolicy policy;
    private final CustomerRepository customers;
    private final Stores stores;

    @Inject
    VatPreparation(VatChecks checks, VatPolicy policy, CustomerRepository customers, Stores stores) {
        this.checks = checks;
        this.policy = policy;
        this.customers = customers;
        this.stores = stores;
    }

    /** To be called before the account is made. */
    void registering(Supplier<StoreView> where, CustomerDraft draft) {
        Boolean optedOut = draft.placement().disableAutoGroupChange();
        boolean out = optedOut == null ? policy.startsOptedOut() : optedOut;
        if (draft.book().addresses() == null || out || !policy.isOnAnywhere()) {
            return;
        }
        StoreView view = where.get();
        if (policy.isOn(view)) {
            DecidingAddress.after(policy.countsBilling(view), List.of(), draft.book())
                    .ifPresent(deciding -> check(view, deciding, null));
        }
    }

    /** To be called before the account is changed. */
    void changing(long customerId, CustomerDraft draft) {
        CustomerDraft.Book book = draft.book();
        boolean speaksOfAddresses =
                book.addresses() != null || book.defaultBilling() != null || book.defaultShipping() != null;
        if (speaksOfAddresses) {
            prepare(customerId, book);
        }
    }

    /**
     * To be called before an address of the customer's is added or changed.
     *
     * @param addressId the entry that is changed, or null for a new one
     */
    public void writing(long customerId, @Nullable Long addressId, AddressDraft draft) {
        boolean speaksOfTax = draft.vatId() != null
                || draft.countryId() != null
                || draft.defaultBilling() != null
                || draft.defaultShipping() != null;
        if (speaksOfTax) {
            prepare(customerId, CustomerDraft.Book.of(List.of(draft.named(addressId, draft.externalId()))));
        }
    }

    private void prepare(long customerId, CustomerDraft.Book book) {
        if (!policy.isOnAnywhere()) {
            return;
        }
        // On a connection of its own, which is given back before anybody waits for the service.
        Optional<Customer> stored = QuarkusTransaction.suspendingExisting().call(() -> customers.customer(customerId));
        stored.ifPresent(customer -> {
            StoreView view = stores.viewOf(customer.storeId(), customer.websiteId());
            if (policy.isOn(view) && !customer.disableAutoGroupChange()) {
                DecidingAddress.after(policy.countsBilling(view), customer.addresses(), book)
                        .ifPresent(deciding -> check(view, deciding, customer));
            }
        });
    }

    private void check(StoreView view, DecidingAddress deciding, @Nullable Customer stored) {
        VatNumber number = deciding.number();
        if (!policy.isCheckable(deciding.countryId(), number) || checks.isPrepared(view, number)) {
            return;
        }
        if (stored == null || policy.asksEachTime(view) || !isDecided(deciding, stored)) {
            checks.prepare(view, number);
        }
    }

    /** Whether the customer's group has been decided by this very number. */
    private boolean isDecided(DecidingAddress deciding, Customer stored) {
        String basis = QuarkusTransaction.suspendingExisting()
                .call(() -> customers.vatBasis(stored.id()))
                .orElse("");
        return basis.equals(GroupAssignment.basis(policy, Optional.of(deciding)));
    }
}
