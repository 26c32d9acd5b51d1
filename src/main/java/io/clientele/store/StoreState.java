package io.clientele.store;

import java.util.List;
import java.util.Map;
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
}
