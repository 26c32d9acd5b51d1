package io.clientele.store;

import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusals;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Creates, changes and deletes websites. */
@ApplicationScoped
public class WebsiteService {

    static final String RESOURCE = "Magento_Backend::store";

    private final Stores stores;
    private final StoreRepository repository;
    private final StoreSnapshot snapshot;
    private final StoreReach reach;
    private final List<StoreGuard> guards;
    private final ExpectedVersion expected;
    private final StoreAudit audit;

    @Inject
    WebsiteService(
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

    List<Website> list() {
        return stores.websites().stream()
                .filter(website -> reach.sees(website.id()))
                .toList();
    }

    @Transactional
    public Website create(WebsiteDraft draft) {
        StoreState state = snapshot.changing();
        reach.demandAll(RESOURCE);
        Website website = changed(state, new Website(0, "", "", 0), draft);
        Website made = new Website(repository.add(website), website.code(), website.name(), website.defaultGroupId());
        audit.website(null, made);
        return made;
    }

    @Transactional
    Website change(int id, WebsiteDraft draft) {
        StoreState state = snapshot.changing();
        Website old = visible(state, id);
        expected.check(() -> old);
        Website website = changed(state, old, draft);
        repository.change(website);
        audit.website(old, website);
        return website;
    }

    /** @throws io.clientele.shared.Refusal for the default website and for one that anything belongs to */
    @Transactional
    void delete(int id) {
        StoreState state = snapshot.changing();
        Website website = visible(state, id);
        reach.demandAll(RESOURCE);
        expected.check(() -> website);
        if (id == Website.DEFAULT) {
            throw StoreRefusals.undeletable("website");
        }
        // The website comes before what belongs to it, as it does for those who write that: neither waits for ever.
        repository.hold(website);
        guards.forEach(guard -> guard.beforeDeleting(website));
        repository.delete(website);
        audit.website(website, null);
    }

    private Website visible(StoreState state, int id) {
        return state.website(id)
                .filter(website -> id != Website.ADMIN && reach.sees(id))
                .orElseThrow(() -> Refusals.noSuchEntity("websiteId", id));
    }

    private Website changed(StoreState state, Website old, WebsiteDraft draft) {
        String code = StoreNames.code(draft.code(), old.code());
        String name = StoreNames.name(draft.name(), old.name());
        int group = draft.defaultGroupId() == null ? old.defaultGroupId() : draft.defaultGroupId();
        boolean belongs = state.group(group)
                .filter(found -> found.websiteId() == old.id() && old.id() != 0)
                .isPresent();
        if (group != old.defaultGroupId() && !belongs) {
            throw Refusals.invalidValue("defaultGroupId", group);
        }
        return new Website(old.id(), code, name, group);
    }
}
