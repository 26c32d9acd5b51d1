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

    private static final String WEBSITE = "europe";
    private static final String GROUP = "europe_store";
    private static final String VIEW = "europe";

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
        return List.of(stores.defaultView(), stores.viewByCode(VIEW).orElseGet(this::createView));
    }

    private StoreView createView() {
        StoreGroup group = stores.groups().stream()
                .filter(each -> each.code().equals(GROUP))
                .findFirst()
                .orElseGet(this::createGroup);
        return views.create(new StoreViewDraft(group.websiteId(), group.id(), VIEW, "Europe", true));
    }

    private StoreGroup createGroup() {
        Website website = stores.websites().stream()
                .filter(each -> each.code().equals(WEBSITE))
                .findFirst()
                .orElseGet(() -> websites.create(new WebsiteDraft(WEBSITE, "Europe", null)));
        return groups.create(new StoreGroupDraft(website.id(), GROUP, "Europe", null, null));
    }
}
