package io.clientele.activity;

import io.clientele.shared.CurrentCaller;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which websites the caller may report facts of. */
@ApplicationScoped
class FactWebsites {

    private final Stores stores;
    private final PeopleRepository repository;
    private final CurrentCaller caller;

    @Inject
    FactWebsites(Stores stores, PeopleRepository repository, CurrentCaller caller) {
        this.stores = stores;
        this.repository = repository;
        this.caller = caller;
    }

    /** The website, which must be named and be one of the caller's. */
    int read(FactFields fields, @Nullable Integer sent) {
        int id = fields.given("website_id", sent, Website.ADMIN);
        return sent == null ? id : known(fields, id);
    }

    /** The website, one of the caller's; 0 where none is named. */
    int readIfAny(FactFields fields, @Nullable Integer sent) {
        return sent == null ? Website.ADMIN : known(fields, sent);
    }

    private int known(FactFields fields, int id) {
        if (id == Website.ADMIN || stores.findWebsite(id).isEmpty() || !sees(id)) {
            fields.wrong("website_id", id);
        }
        return id;
    }

    /**
     * Keeps the websites from being deleted until the transaction ends, so that facts and the deletion do not wait for each
     * other. A fact of one that is gone is refused by its foreign key.
     */
    void hold(List<Integer> ids) {
        repository.holdWebsites(ids);
    }

    boolean sees(int websiteId) {
        return caller.get().maySee(websiteId);
    }

    /** Whether the caller may report facts of every website. */
    boolean seesAll() {
        return caller.get().websiteIds().isEmpty();
    }
}
