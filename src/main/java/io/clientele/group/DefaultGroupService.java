package io.clientele.group;

import io.clientele.store.StoreScope;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Says which group new customers get. */
@ApplicationScoped
public class DefaultGroupService {

    private final GroupService groups;
    private final Groups snapshot;
    private final Stores stores;
    private final StoreScope scope;

    @Inject
    DefaultGroupService(GroupService groups, Groups snapshot, Stores stores, StoreScope scope) {
        this.groups = groups;
        this.snapshot = snapshot;
        this.stores = stores;
        this.scope = scope;
    }

    /** The default group of the store view the request speaks of. */
    public Group ofThisStore() {
        return ofStore(scope.storeId());
    }

    /**
     * The default group of a store view; 0 is the administration.
     *
     * @throws io.clientele.shared.Refusal when there is no such store view
     */
    public Group ofStore(int storeId) {
        return groups.group(snapshot.defaultGroupId(stores.view(storeId)));
    }
}
