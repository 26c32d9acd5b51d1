package io.clientele.store;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Which store view the request in hand speaks of: the one in the URL or the {@code Store} header, the default one
 * otherwise.
 */
@RequestScoped
public class StoreScope {

    private final Stores stores;
    private final Settings settings;
    private @Nullable StoreView named;
    private @Nullable String currency;
    private boolean all;

    @Inject
    StoreScope(Stores stores, Settings settings) {
        this.stores = stores;
        this.settings = settings;
    }

    /** The store view; the default one where the request speaks of all of them. */
    public StoreView view() {
        StoreView view = named;
        return view == null ? stores.defaultView() : view;
    }

    public Website website() {
        return stores.website(view().websiteId());
    }

    /** Whether the request speaks of all store views: {@code /rest/all}. */
    public boolean all() {
        return all;
    }

    /** The store view's id; 0 where the request speaks of all of them. */
    public int storeId() {
        return all ? StoreView.ADMIN : view().id();
    }

    /** The ISO 4217 code of the currency prices are shown in. */
    public String currency() {
        String chosen = currency;
        return chosen == null ? settings.text(StoreSettings.DEFAULT_CURRENCY, view()) : chosen;
    }

    /**
     * What a request says of store views, for what is done for it later.
     *
     * @param storeId the one it names, or null
     * @param all whether it speaks of all of them
     */
    public record Chosen(@Nullable Integer storeId, boolean all) {}

    public Chosen chosen() {
        StoreView view = named;
        return new Chosen(view == null ? null : view.id(), all);
    }

    /**
     * Speaks of the same store views as an earlier request.
     *
     * @throws io.clientele.shared.Refusal when the one it named is gone
     */
    public void choose(Chosen chosen) {
        named = chosen.storeId() == null ? null : stores.view(chosen.storeId());
        all = chosen.all();
    }

    void use(StoreView view) {
        named = view;
        all = false;
    }

    void useAll() {
        named = null;
        all = true;
    }

    void useCurrency(String code) {
        currency = code;
    }
}
