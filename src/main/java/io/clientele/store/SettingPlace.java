package io.clientele.store;

import org.jspecify.annotations.Nullable;

/**
 * A place in the cascade, as a caller names it.
 *
 * @param websiteId the website it belongs to; 0 for the default level
 */
record SettingPlace(SettingScope scope, int scopeId, int websiteId) {

    /**
     * The place of the scope's name and its id; nothing means the default level.
     *
     * @throws io.clientele.shared.Refusal when there is no such place
     */
    static SettingPlace of(StoreState state, @Nullable String scope, @Nullable Integer scopeId) {
        SettingScope level = scope == null || scope.isEmpty() ? SettingScope.DEFAULT : SettingScope.of(scope);
        int id = scopeId == null ? 0 : scopeId;
        return switch (level) {
            case DEFAULT -> {
                if (id != 0) {
                    throw StoreRefusals.unknownScopeId(id);
                }
                yield new SettingPlace(level, 0, Website.ADMIN);
            }
            case WEBSITES ->
                state.website(id)
                        .filter(website -> id != Website.ADMIN)
                        .map(website -> new SettingPlace(level, id, id))
                        .orElseThrow(() -> StoreRefusals.unknownWebsite(id));
            case STORES ->
                state.view(id)
                        .filter(view -> id != StoreView.ADMIN)
                        .map(view -> new SettingPlace(level, id, view.websiteId()))
                        .orElseThrow(() -> StoreRefusals.unknownView(id));
        };
    }

    /** The value that holds here and where it comes from; {@code below} looks from the next wider level on. */
    Setting effective(StoreState state, SettingDefinition definition, boolean below) {
        String path = definition.path();
        String own = below ? null : state.stored(path, scope, scopeId);
        if (own != null) {
            return new Setting(path, own, null);
        }
        String ofWebsite = scope == SettingScope.STORES ? state.stored(path, SettingScope.WEBSITES, websiteId) : null;
        if (ofWebsite != null) {
            return new Setting(path, ofWebsite, SettingScope.WEBSITES);
        }
        String ofAll = scope == SettingScope.DEFAULT ? null : state.stored(path, SettingScope.DEFAULT, 0);
        return new Setting(
                path,
                ofAll == null ? definition.defaultValue() : ofAll,
                scope == SettingScope.DEFAULT ? null : SettingScope.DEFAULT);
    }
}
