package io.clientele.store;

import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The hierarchy of websites, store groups and store views, read from memory. Lists include the administration's. */
@ApplicationScoped
public class Stores {

    private final StoreSnapshot snapshot;

    @Inject
    Stores(StoreSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The store view with the id, or the contract's refusal. */
    public StoreView view(int id) {
        return findView(id).orElseThrow(() -> Refusals.noSuchEntity("storeId", id));
    }

    public Optional<StoreView> findView(int id) {
        return snapshot.state().view(id);
    }

    /** The store view with exactly this code, active or not. */
    public Optional<StoreView> viewByCode(String code) {
        return Optional.ofNullable(snapshot.state().viewsByCode().get(code));
    }

    /** The website with the id, or the contract's refusal. */
    public Website website(int id) {
        return findWebsite(id).orElseThrow(() -> Refusals.noSuchEntity("websiteId", id));
    }

    public Optional<Website> findWebsite(int id) {
        return snapshot.state().website(id);
    }

    /** The website with exactly this code; never the administration's. */
    public Optional<Website> websiteByCode(String code) {
        return websites().stream()
                .filter(website ->
                        website.id() != Website.ADMIN && website.code().equals(code))
                .findFirst();
    }

    /** The store group with the id, or the contract's refusal. */
    public StoreGroup group(int id) {
        return findGroup(id).orElseThrow(() -> Refusals.noSuchEntity("groupId", id));
    }

    public Optional<StoreGroup> findGroup(int id) {
        return snapshot.state().group(id);
    }

    public List<Website> websites() {
        return List.copyOf(snapshot.state().websites().values());
    }

    public List<StoreGroup> groups() {
        return List.copyOf(snapshot.state().groups().values());
    }

    public List<StoreView> views() {
        return List.copyOf(snapshot.state().views().values());
    }

    /** The website of requests that name none. */
    public Website defaultWebsite() {
        return website(Website.DEFAULT);
    }

    /** The store view of requests that name none. */
    public StoreView defaultView() {
        return defaultViewOf(Website.DEFAULT);
    }

    /**
     * The default store view of a website's default store group.
     *
     * @throws io.clientele.shared.Refusal when there is no such website or it has no store view yet
     */
    public StoreView defaultViewOf(int websiteId) {
        return snapshot.state()
                .defaultViewOf(websiteId)
                .orElseThrow(() -> Refusals.noSuchEntity("websiteId", websiteId));
    }

    /** The store view an account names while it is of the account's website, otherwise that website's default one. */
    public StoreView viewOf(int storeId, int websiteId) {
        return findView(storeId)
                .filter(found -> found.websiteId() == websiteId)
                .orElseGet(() -> defaultViewOf(websiteId));
    }
}
