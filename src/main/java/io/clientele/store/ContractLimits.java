package io.clientele.store;

import io.clientele.shared.InputLimits;
import io.clientele.shared.search.SearchLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How much a request may hold and ask for. While the contract's input limits are on, its settings count; otherwise ours
 * do, which bound a page of a list without standing in the way of clients that ask for all there is.
 */
@ApplicationScoped
class ContractLimits implements SearchLimits, InputLimits {

    private static final int CONTRACT_DEFAULT = 20;
    private static final int CONTRACT_MAXIMUM = 300;
    private static final int CONTRACT_LIST = 20;
    private static final int CONTRACT_ASYNC_LIST = 5_000;

    private final Settings settings;
    private final StoreScope scope;

    @Inject
    ContractLimits(Settings settings, StoreScope scope) {
        this.settings = settings;
        this.scope = scope;
    }

    @Override
    public int defaultPageSize() {
        int wanted = isLimited()
                ? positive(StoreSettings.DEFAULT_PAGE_SIZE, CONTRACT_DEFAULT)
                : Math.max(1, settings.number(StoreSettings.ITEMS_WITHOUT_PAGE_SIZE));
        return Math.min(wanted, maximumPageSize());
    }

    @Override
    public int maximumPageSize() {
        int bound = Math.max(1, settings.number(StoreSettings.MOST_ITEMS));
        return isLimited() ? Math.min(bound, positive(StoreSettings.MAXIMUM_PAGE_SIZE, CONTRACT_MAXIMUM)) : bound;
    }

    @Override
    public int listItems() {
        return isLimited() ? positive(StoreSettings.MAXIMUM_LIST, CONTRACT_LIST) : NONE;
    }

    @Override
    public int asyncListItems() {
        return isLimited() ? CONTRACT_ASYNC_LIST : NONE;
    }

    @Override
    public int graphQLPageSize() {
        return settings.flag(StoreSettings.GRAPHQL_LIMITS, scope.view())
                ? positive(StoreSettings.GRAPHQL_PAGE_SIZE, CONTRACT_MAXIMUM)
                : NONE;
    }

    private boolean isLimited() {
        return settings.flag(StoreSettings.INPUT_LIMITS, scope.view());
    }

    private int positive(SettingDefinition definition, int otherwise) {
        int value = settings.number(definition, scope.view());
        return value > 0 ? value : otherwise;
    }
}
