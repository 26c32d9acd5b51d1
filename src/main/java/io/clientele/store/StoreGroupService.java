package io.clientele.store;

import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusals;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Creates, changes and deletes store groups. */
@ApplicationScoped
public class StoreGroupService {

    /** The root of the one catalogue a fresh shop has. */
    private static final int FIRST_ROOT_CATEGORY = 2;

    private final Stores stores;
    private final StoreRepository repository;
    private final StoreSnapshot snapshot;
    private final StoreReach reach;
    private final List<StoreGuard> guards;
    private final ExpectedVersion expected;
    private final StoreAudit audit;

    @Inject
    StoreGroupService(
            Stores stores,
            StoreRepository repository,
            StoreSnapshot snapshot,
            StoreReach reach,
            @All List<StoreGuard> guards,
            ExpectedVersion expected,
            StoreAudit audit) {
        this.stores = stores;
        this.repository = repository;
        this.snapshot = snapshot;
        this.reach = reach;
        this.guards = guards;
        this.expected = expected;
        this.audit = audit;
    }

    List<StoreGroup> list() {
        return stores.groups().stream()
                .filter(group -> reach.sees(group.websiteId()))
                .toList();
    }

    /** The first store group of a website becomes its default one. */
    @Transactional
    public StoreGroup create(StoreGroupDraft draft) {
        StoreState state = snapshot.changing();
        Website website = website(state, draft);
        StoreGroup group = changed(state, new StoreGroup(0, website.id(), "", "", FIRST_ROOT_CATEGORY, 0), draft);
        int id = repository.add(group);
        if (website.defaultGroupId() == 0) {
            repository.change(new Website(website.id(), website.code(), website.name(), id));
        }
        StoreGroup made = new StoreGroup(
                id, group.websiteId(), group.code(), group.name(), group.rootCategoryId(), group.defaultStoreId());
        audit.storeGroup(null, made);
        return made;
    }

    @Transactional
    StoreGroup change(int id, StoreGroupDraft draft) {
        StoreState state = snapshot.changing();
        StoreGroup old = visible(state, id);
        expected.check(() -> old);
        if (draft.websiteId() != null && draft.websiteId() != old.websiteId()) {
            throw StoreRefusals.websiteIsFixed();
        }
        StoreGroup group = changed(state, old, draft);
        repository.change(group);
        audit.storeGroup(old, group);
        return group;
    }

    /** @throws io.clientele.shared.Refusal for a group that still has store views, and for a default one of several */
    @Transactional
    void delete(int id) {
        StoreState state = snapshot.changing();
        StoreGroup group = visible(state, id);
        expected.check(() -> group);
        Website website = state.website(group.websiteId()).orElseThrow();
        boolean last = state.groups().values().stream()
                .noneMatch(other -> other.websiteId() == website.id() && other.id() != id);
        boolean isDefault = website.defaultGroupId() == id;
        if (isDefault && (!last || website.id() == Website.DEFAULT)) {
            throw StoreRefusals.undeletable("store group");
        }
        guards.forEach(guard -> guard.beforeDeleting(group));
        repository.delete(group);
        if (isDefault) {
            repository.change(new Website(website.id(), website.code(), website.name(), 0));
        }
        audit.storeGroup(group, null);
    }

    private Website website(StoreState state, StoreGroupDraft draft) {
        Integer id = draft.websiteId();
        if (id == null) {
            throw Refusals.required("websiteId");
        }
        return state.website(id)
                .filter(website -> id != Website.ADMIN && reach.sees(id))
                .orElseThrow(() -> Refusals.noSuchEntity("websiteId", id));
    }

    private StoreGroup visible(StoreState state, int id) {
        return state.group(id)
                .filter(group -> group.websiteId() != Website.ADMIN && reach.sees(group.websiteId()))
                .orElseThrow(() -> Refusals.noSuchEntity("groupId", id));
    }

    private StoreGroup changed(StoreState state, StoreGroup old, StoreGroupDraft draft) {
        String code = StoreNames.code(draft.code(), old.code());
        String name = StoreNames.name(draft.name(), old.name());
        int root = draft.rootCategoryId() == null ? old.rootCategoryId() : draft.rootCategoryId();
        int view = draft.defaultStoreId() == null ? old.defaultStoreId() : draft.defaultStoreId();
        boolean usable = state.view(view)
                .filter(found -> found.groupId() == old.id() && old.id() != 0 && found.active())
                .isPresent();
        if (view != old.defaultStoreId() && !usable) {
            throw Refusals.invalidValue("defaultStoreId", view);
        }
        return new StoreGroup(old.id(), old.websiteId(), code, name, root, view);
    }
}
