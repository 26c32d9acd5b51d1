package io.clientele.group;

import io.clientele.shared.CurrentCaller;
import io.clientele.store.Settings;
import io.clientele.store.StoreScope;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tells shoppers which group they are in, where the shop wants them to know. */
@ApplicationScoped
public class GroupSharing {

    private final Groups groups;
    private final Settings settings;
    private final StoreScope scope;
    private final CurrentCaller caller;
    private final CallerGroup customers;

    @Inject
    GroupSharing(Groups groups, Settings settings, StoreScope scope, CurrentCaller caller, CallerGroup customers) {
        this.groups = groups;
        this.settings = settings;
        this.scope = scope;
        this.caller = caller;
        this.customers = customers;
    }

    /** Whether the store view tells shoppers their group. */
    boolean isOn(StoreView view) {
        return settings.flag(GroupSettings.SHARED, view);
    }

    /**
     * The id of the caller's group.
     *
     * @throws io.clientele.shared.Refusal when the shop does not tell, or the group does not know the website: the
     *     contract answers nothing then, and its type does not allow nothing
     */
    public int ofCaller() {
        return ofMember(callersGroup()).orElseThrow(GroupRefusals::sharingIsOff);
    }

    /** The group's id if shoppers of this website may know it: empty when sharing is off or the website excluded. */
    public Optional<Integer> ofMember(int groupId) {
        StoreView view = scope.view();
        if (!isOn(view)) {
            return Optional.empty();
        }
        int website = view.websiteId();
        return groups.find(groupId).filter(group -> !group.excludes(website)).map(Group::id);
    }

    private int callersGroup() {
        return caller.get().isCustomer() ? customers.groupOf(caller.get().id()) : Group.NOT_LOGGED_IN;
    }
}
