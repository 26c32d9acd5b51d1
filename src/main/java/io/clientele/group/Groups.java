package io.clientele.group;

import io.clientele.shared.Fold;
import io.clientele.shared.Snapshot;
import io.clientele.shared.Snapshots;
import io.clientele.store.Settings;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All customer groups, read from memory: at most a second old where another instance changed them. */
@ApplicationScoped
public class Groups {

    private final Snapshot<Map<Integer, Group>> snapshot;
    private final Settings settings;
    private final Stores stores;

    @Inject
    Groups(Snapshots snapshots, Settings settings, Stores stores) {
        this.snapshot = snapshots.of("group", GroupRepository::all);
        this.settings = settings;
        this.stores = stores;
    }

    /**
     * The group with the id.
     *
     * @throws io.clientele.shared.Refusal when there is none
     */
    public Group group(int id) {
        return find(id).orElseThrow(() -> GroupRefusals.unknown(id));
    }

    public Optional<Group> find(int id) {
        return Optional.ofNullable(snapshot.get().get(id));
    }

    /** The group with the code, without regard to case; one that is not known is looked for among those that are new. */
    public Optional<Group> byCode(String code) {
        return byCode(snapshot.get(), code).or(() -> byCode(snapshot.fresh(), code));
    }

    private static Optional<Group> byCode(Map<Integer, Group> groups, String code) {
        String key = Fold.key(code.strip());
        return groups.values().stream()
                .filter(group ->
                        group.code().equals(code) || Fold.key(group.code()).equals(key))
                .findFirst();
    }

    /** All groups, by id. */
    public Collection<Group> all() {
        return snapshot.get().values();
    }

    /** The id of the group that new customers of the store view get. */
    public int defaultGroupId(StoreView view) {
        return settings.number(GroupSettings.DEFAULT_GROUP, view);
    }

    /** The default group of each store view, by the view's id. */
    Map<Integer, Integer> defaultGroupIds() {
        Map<Integer, Integer> ids = new TreeMap<>();
        stores.views().forEach(view -> ids.put(view.id(), defaultGroupId(view)));
        return ids;
    }

    /** To be called in every transaction that changes what groups look like. */
    void changed() {
        snapshot.changed();
    }
}
