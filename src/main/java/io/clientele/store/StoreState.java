package io.clientele.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Everything this feature reads, as one immutable whole; lists and maps are ordered by id. */
record StoreState(
        SortedMap<Integer, Website> websites,
        SortedMap<Integer, StoreGroup> groups,
        SortedMap<Integer, StoreView> views,
        Map<String, StoreView> viewsByCode,
        Map<SettingKey, String> settings,
        List<CurrencyRate> rates) {

    /** Where a value is stored. */
    record SettingKey(String path, SettingScope scope, int scopeId) {}

    /** The value stored at this very scope, or null. */
    @Nullable
    String stored(String path, SettingScope scope, int scopeId) {
        return settings.get(new SettingKey(path, scope, scopeId));
    }

    Optional<Website> website(int id) {
        return Optional.ofNullable(websites.get(id));
    }

    Optional<StoreGroup> group(int id) {
        return Optional.ofNullable(groups.get(id));
    }

    Optional<StoreView> view(int id) {
        return Optional.ofNullable(views.get(id));
    }

    /** The default store view of a website's default store group; empty as long as it has none. */
    Optional<StoreView> defaultViewOf(int websiteId) {
        return website(websiteId)
                .flatMap(website -> group(website.defaultGroupId()))
                .flatMap(group -> view(group.defaultStoreId()))
                .filter(view -> view.websiteId() == websiteId);
    }
}
