package io.clientele.sample;

import io.clientele.store.StoreGroup;
import io.clientele.store.StoreGroupDraft;
import io.clientele.store.StoreGroupService;
import io.clientele.store.StoreView;
import io.clientele.store.StoreViewDraft;
import io.clientele.store.StoreViewService;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import io.clientele.store.WebsiteDraft;
import io.clientele.store.WebsiteService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The websites of the sample shop: the default one, and a second one with a store group and a store view. */
@ApplicationScoped
class SampleSites {

    private static final String CODE = "europe";
    private static final String NAME = "Europe";
    private static final String GROUP = "_store";

    private final Stores stores;
    private final WebsiteService websites;
    private final StoreGroupService groups;
    private final StoreViewService views;

    @Inject
    SampleSites(Stores stores, WebsiteService websites, StoreGroupService groups, StoreViewService views) {
        this.stores = stores;
        this.websites = websites;
        this.groups = groups;
        this.views = views;
    }

    /** The store views people register in, the default website's first. Makes what is missing. */
    List<StoreView> views() {
        return List.of(stores.defaultView(), stores.viewByCode(CODE).orElseGet(() -> create(CODE, NAME)));
    }

    /** Makes the store view of the code with its website and store group, as far as they are not there. */
    StoreView create(String code, String name) {
        String groupCode = code + GROUP;
        StoreGroup group = stores.groups().stream()
                .filter(each -> each.code().equals(groupCode))
                .findFirst()
                .orElseGet(() -> createGroup(code, groupCode, name));
        return views.create(new StoreViewDraft(group.websiteId(), group.id(), code, name, true));
    }

    private StoreGroup createGroup(String code, String groupCode, String name) {
        Website website =
                stores.websiteByCode(code).orElseGet(() -> websites.create(new WebsiteDraft(code, name, null)));
        return groups.create(new StoreGroupDraft(website.id(), groupCode, name, null, null));
    }
}
