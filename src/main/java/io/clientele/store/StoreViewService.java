package io.clientele.store;

import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusals;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Creates, changes and deletes store views. */
@ApplicationScoped
public class StoreViewService {

    /** What the URL's place for a store view's code already means. */
    private static final Set<String> RESERVED = Set.of("all", "v1", "async", "schema");

    private final Stores stores;
    private final StoreRepository repository;
    private final StoreSnapshot snapshot;
    private final StoreReach reach;
    private final List<StoreGuard> guards;
    private final ExpectedVersion expected;
    private final StoreAudit audit;

    @Inject
    StoreViewService(
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

    List<StoreView> list() {
        return stores.views().stream()
                .filter(view -> reach.sees(view.websiteId()))
                .toList();
    }

    /** The first active store view of a group becomes its default one. */
    @Transactional
    public StoreView create(StoreViewDraft draft) {
        StoreState state = snapshot.changing();
        StoreGroup group = group(state, draft);
        StoreView view = changed(state, new StoreView(0, "", "", group.websiteId(), group.id(), true), draft);
        int id = repository.add(view);
        if (group.defaultStoreId() == 0 && view.active()) {
            repository.change(withDefault(group, id));
        }
        StoreView made = new StoreView(id, view.code(), view.name(), view.websiteId(), view.groupId(), view.active());
        audit.storeView(null, made);
        return made;
    }

    @Transactional
    StoreView change(int id, StoreViewDraft draft) {
        StoreState state = snapshot.changing();
        StoreView old = visible(state, id);
        expected.check(() -> old);
        StoreView view = changed(state, old, draft);
        boolean isDefault = state.group(old.groupId()).orElseThrow().defaultStoreId() == id;
        if (isDefault && !view.active()) {
            throw StoreRefusals.defaultMustBeActive();
        }
        if (isDefault && view.groupId() != old.groupId()) {
            throw Refusals.invalidValue("storeGroupId", view.groupId());
        }
        repository.change(view);
        StoreGroup group = state.group(view.groupId()).orElseThrow();
        if (group.defaultStoreId() == 0 && view.active()) {
            repository.change(withDefault(group, id));
        }
        audit.storeView(old, view);
        return view;
    }

    /** @throws io.clientele.shared.Refusal for the default one of several, and for one that anything belongs to */
    @Transactional
    void delete(int id) {
        StoreState state = snapshot.changing();
        StoreView view = visible(state, id);
        expected.check(() -> view);
        StoreGroup group = state.group(view.groupId()).orElseThrow();
        boolean isDefault = group.defaultStoreId() == id;
        boolean last =
                state.views().values().stream().noneMatch(other -> other.groupId() == group.id() && other.id() != id);
        if (isDefault && (!last || state.defaultViewOf(Website.DEFAULT).stream().anyMatch(view::equals))) {
            throw StoreRefusals.undeletable("store view");
        }
        guards.forEach(guard -> guard.beforeDeleting(view));
        repository.delete(view);
        if (isDefault) {
            repository.change(withDefault(group, 0));
        }
        audit.storeView(view, null);
    }

    private StoreGroup group(StoreState state, StoreViewDraft draft) {
        Integer id = draft.groupId();
        if (id == null) {
            throw Refusals.required("storeGroupId");
        }
        return state.group(id)
                .filter(group -> group.websiteId() != Website.ADMIN && reach.sees(group.websiteId()))
                .orElseThrow(() -> Refusals.noSuchEntity("groupId", id));
    }

    private StoreView visible(StoreState state, int id) {
        return state.view(id)
                .filter(view -> id != StoreView.ADMIN && reach.sees(view.websiteId()))
                .orElseThrow(() -> Refusals.noSuchEntity("storeId", id));
    }

    private StoreView changed(StoreState state, StoreView old, StoreViewDraft draft) {
        String code = StoreNames.code(draft.code(), old.code());
        if (RESERVED.contains(code.toLowerCase(Locale.ROOT))) {
            throw Refusals.invalidValue("code", code);
        }
        String name = StoreNames.name(draft.name(), old.name());
        StoreGroup group = draft.groupId() == null ? state.group(old.groupId()).orElseThrow() : group(state, draft);
        boolean moves = draft.websiteId() != null && draft.websiteId() != group.websiteId();
        if (moves || group.websiteId() != old.websiteId()) {
            throw StoreRefusals.websiteIsFixed();
        }
        boolean active = draft.active() == null ? old.active() : draft.active();
        return new StoreView(old.id(), code, name, group.websiteId(), group.id(), active);
    }

    private static StoreGroup withDefault(StoreGroup group, int viewId) {
        return new StoreGroup(
                group.id(), group.websiteId(), group.code(), group.name(), group.rootCategoryId(), viewId);
    }
}
