package io.clientele.privacy;

import io.clientele.access.SharingScope;
import io.clientele.customer.Accounts;
import io.clientele.customer.Customer;
import io.clientele.shared.Fold;
import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.Person;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Says about whom a request is: the account, and what was done under its address without it. */
@ApplicationScoped
class DataSubjects {

    private final Accounts accounts;
    private final SharingScope sharing;
    private final Stores stores;

    @Inject
    DataSubjects(Accounts accounts, SharingScope sharing, Stores stores) {
        this.accounts = accounts;
        this.sharing = sharing;
        this.stores = stores;
    }

    /** The person by the address that the account has now; empty once the person is erased. */
    Optional<DataSubject> of(PrivacyRequest request) {
        Long account = request.customerId();
        Optional<String> email =
                account == null ? Optional.empty() : accounts.get(account).map(Customer::email);
        return email.or(() -> Optional.ofNullable(request.email()))
                .map(address -> new DataSubject(
                        account == null ? 0 : account, Fold.key(address), websites(request.websiteId())));
    }

    /** Somebody without an account who asked on the website, and of whose address only the hash is left. */
    DataSubject ofHashed(Person address, int websiteId) {
        return DataSubject.ofHashed(address, websites(websiteId));
    }

    private List<Integer> websites(int websiteId) {
        return stores.websites().stream()
                .map(Website::id)
                .filter(each -> sharing.includes(websiteId, each))
                .toList();
    }
}
