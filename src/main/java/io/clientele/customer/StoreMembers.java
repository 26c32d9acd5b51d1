package io.clientele.customer;

import io.clientele.store.StoreGroup;
import io.clientele.store.StoreGuard;
import io.clientele.store.StoreView;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps websites, store groups and store views that customers belong to from being deleted. */
@ApplicationScoped
class StoreMembers implements StoreGuard {

    private final CustomerRepository customers;

    @Inject
    StoreMembers(CustomerRepository customers) {
        this.customers = customers;
    }

    @Override
    public void beforeDeleting(Website website) {
        demandNone(customers.anyInWebsite(website.id()), "website");
    }

    @Override
    public void beforeDeleting(StoreGroup group) {
        demandNone(customers.anyInStoreGroup(group.id()), "store group");
    }

    @Override
    public void beforeDeleting(StoreView view) {
        demandNone(customers.anyInView(view.id()), "store view");
    }

    private static void demandNone(boolean any, String what) {
        if (any) {
            throw CustomerRefusals.hasCustomers(what);
        }
    }
}
