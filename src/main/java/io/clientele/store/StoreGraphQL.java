package io.clientele.store;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Store views and currencies over GraphQL. */
@GraphQLApi
public class StoreGraphQL {

    private final StoreScope scope;
    private final Stores stores;
    private final StoreConfigService configs;
    private final CurrencyService currencies;
    private final Settings settings;

    @Inject
    StoreGraphQL(
            StoreScope scope,
            Stores stores,
            StoreConfigService configs,
            CurrencyService currencies,
            Settings settings) {
        this.scope = scope;
        this.stores = stores;
        this.configs = configs;
        this.currencies = currencies;
        this.settings = settings;
    }

    /** The configuration of the store view the request names. */
    @Query
    public StoreConfigNode storeConfig() {
        return node(scope.view());
    }

    /** The active store views of the website, or only those of the current store group. */
    @Query
    public List<StoreConfigNode> availableStores(@Nullable Boolean useCurrentGroup) {
        return configs.beside(scope.view(), Boolean.TRUE.equals(useCurrentGroup)).stream()
                .map(this::node)
                .toList();
    }

    /** The currencies of the store view the request names. */
    @Query
    public CurrencyNode currency() {
        return CurrencyNode.of(currencies.of(scope.view()));
    }

    private StoreConfigNode node(StoreView view) {
        return StoreConfigNode.of(
                view,
                configs.of(view),
                stores.group(view.groupId()),
                stores.website(view.websiteId()),
                settings.flag(StoreSettings.STORE_CODE_IN_URLS));
    }
}
