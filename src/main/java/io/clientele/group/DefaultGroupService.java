package io.clientele.group;

import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusals;
import io.clientele.store.SettingService;
import io.clientele.store.StoreScope;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Says which group new customers get. */
@ApplicationScoped
public class DefaultGroupService {

    private final GroupService groups;
    private final Groups snapshot;
    private final Stores stores;
    private final StoreScope scope;
    private final SettingService settings;
    private final CurrentCaller caller;
    private final ExpectedVersion expected;

    @Inject
    DefaultGroupService(
            GroupService groups,
            Groups snapshot,
            Stores stores,
            StoreScope scope,
            SettingService settings,
            CurrentCaller caller,
            ExpectedVersion expected) {
        this.groups = groups;
        this.snapshot = snapshot;
        this.stores = stores;
        this.scope = scope;
        this.settings = settings;
        this.caller = caller;
        this.expected = expected;
    }

    /** The default group of the store view the request speaks of. */
    public Group ofThisStore() {
        return groups.group(snapshot.defaultGroupId(stores.view(scope.storeId())));
    }

    /**
     * The default group of a store view; 0 is the administration.
     *
     * @throws io.clientele.shared.Refusal when there is no such store view for the caller
     */
    public Group ofStore(int storeId) {
        StoreView view = stores.view(storeId);
        if (view.websiteId() != Website.ADMIN && !caller.get().maySee(view.websiteId())) {
            throw Refusals.noSuchEntity("storeId", storeId);
        }
        return groups.group(snapshot.defaultGroupId(view));
    }

    /**
     * Makes the group the default one of all stores that have none of their own.
     *
     * @throws io.clientele.shared.Refusal when there is no such group
     */
    @Transactional
    public Group make(int groupId) {
        groups.refuseLimitedAdministrators();
        String current = settings.hold(GroupSettings.DEFAULT_GROUP);
        expected.check(() -> groups.group(current.isEmpty() ? Group.NOT_LOGGED_IN : Integer.parseInt(current)));
        Group group = groups.group(groupId);
        settings.set(GroupSettings.DEFAULT_GROUP, Integer.toString(groupId));
        return group;
    }
}
