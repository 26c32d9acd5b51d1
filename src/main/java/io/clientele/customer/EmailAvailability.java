package io.clientele.customer;

import io.clientele.access.AddressThrottle;
import io.clientele.store.Settings;
import io.clientele.store.StoreScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Says whether an address could still be registered; where the shop does not want that told, every one could. */
@ApplicationScoped
public class EmailAvailability {

    private final CustomerRepository customers;
    private final AddressThrottle addresses;
    private final Settings settings;
    private final StoreScope scope;

    @Inject
    EmailAvailability(CustomerRepository customers, AddressThrottle addresses, Settings settings, StoreScope scope) {
        this.customers = customers;
        this.addresses = addresses;
        this.settings = settings;
        this.scope = scope;
    }

    /**
     * Whether nobody has the address in the website, or the request's where none is named.
     *
     * @throws io.clientele.shared.Refusal of kind TOO_MANY when the client's address has asked too often
     */
    public boolean isAvailable(String email, @Nullable Integer websiteId) {
        addresses.probe();
        if (!settings.flag(CustomerSettings.EMAIL_LOOKUP, scope.view())) {
            return true;
        }
        int website = websiteId == null || websiteId == 0 ? scope.view().websiteId() : websiteId;
        return customers.account(website, email.strip()).isEmpty();
    }
}
