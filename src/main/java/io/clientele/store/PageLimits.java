package io.clientele.store;

import io.clientele.shared.search.SearchLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How many items a page of a list may have. While the contract's input limits are on, its two settings count; otherwise
 * ours do, which bound an answer without standing in the way of clients that ask for all there is.
 */
@ApplicationScoped
class PageLimits implements SearchLimits {

    private static final int CONTRACT_DEFAULT = 20;
    private static final int CONTRACT_MAXIMUM = 300;

    private final Settings settings;
    private final StoreScope scope;

    @Inject
    PageLimits(Settings settings, StoreScope scope) {
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

    private boolean isLimited() {
        return settings.flag(StoreSettings.INPUT_LIMITS, scope.view());
    }

    private int positive(SettingDefinition definition, int otherwise) {
        int value = settings.number(definition, scope.view());
        return value > 0 ? value : otherwise;
    }
}
