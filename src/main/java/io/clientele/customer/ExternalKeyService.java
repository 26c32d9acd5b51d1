package io.clientele.customer;

import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusals;
import io.clientele.store.StoreScope;
import io.clientele.store.Stores;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Makes or changes customers by the key that another system knows them by. */
@ApplicationScoped
public class ExternalKeyService {

    private final CustomerRepository customers;
    private final RegistrationService registration;
    private final ProfileWriter profiles;
    private final VatPreparation vat;
    private final Stores stores;
    private final StoreScope scope;
    private final CurrentCaller caller;
    private final ExpectedVersion expected;
    private final MergedCustomerRepository merged;

    @Inject
    ExternalKeyService(
            CustomerRepository customers,
            RegistrationService registration,
            ProfileWriter profiles,
            VatPreparation vat,
            Stores stores,
            StoreScope scope,
            CurrentCaller caller,
            ExpectedVersion expected,
            MergedCustomerRepository merged) {
        this.customers = customers;
        this.registration = registration;
        this.profiles = profiles;
        this.vat = vat;
        this.stores = stores;
        this.scope = scope;
        this.caller = caller;
        this.expected = expected;
        this.merged = merged;
    }

    /**
     * Changes the customer that has the key in the website of the draft, else of its store view, else of the request;
     * makes one when there is none. Repeating it changes nothing, and of several at a time the first makes the customer.
     *
     * @throws io.clientele.shared.Refusal when the website is not the caller's, or something is missing, wrong or taken
     */
    public Customer put(String externalId, CustomerDraft draft) {
        String key = externalId.strip();
        if (key.isEmpty()) {
            throw Refusals.required("externalId");
        }
        int website = website(draft);
        if (!caller.get().maySee(website)) {
            throw Refusals.notAllowed(RegistrationService.MANAGE);
        }
        CustomerDraft keyed = draft.withExternalId(key);
        customers
                .idOf(website, key)
                .ifPresentOrElse(
                        id -> vat.changing(id, keyed), () -> vat.registering(() -> registration.view(keyed), keyed));
        return QuarkusTransaction.joiningExisting().call(() -> store(website, key, keyed));
    }

    private Customer store(int website, String key, CustomerDraft keyed) {
        customers.lockExternalId(website, key);
        Optional<Long> known = customers.idOf(website, key);
        if (known.isPresent()) {
            return profiles.change(known.get(), keyed);
        }
        merged.survivorOf(website, key).ifPresent(survivor -> {
            // Whoever keeps both as two would write the one over the other for ever.
            throw CustomerRefusals.externalIdMerged(key, survivor);
        });
        expected.checkAbsent();
        return registration.register(keyed, null);
    }

    private int website(CustomerDraft draft) {
        if (draft.placement().websiteId() != null && draft.placement().websiteId() != 0) {
            return stores.website(draft.placement().websiteId()).id();
        }
        return draft.placement().storeId() != null && draft.placement().storeId() != 0
                ? stores.view(draft.placement().storeId()).websiteId()
                : scope.view().websiteId();
    }
}
