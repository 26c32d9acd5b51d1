package io.clientele.store;

import io.clientele.shared.Acl;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Settings for administrators and integrations; scope is {@code default}, {@code websites} or {@code stores}. */
@GraphQLApi
public class AdminSettingGraphQL {

    private final SettingService settings;

    @Inject
    AdminSettingGraphQL(SettingService settings) {
        this.settings = settings;
    }

    /** The settings as they hold at the place, all or those whose path begins with the words. */
    @Query
    @Acl(SettingService.RESOURCE)
    public @NonNull List<@NonNull AdminSettingNode> adminSettings(
            @Nullable String path, @Nullable String scope, @Nullable Integer scopeId) {
        return settings.list(scope, scopeId).stream()
                .filter(setting -> path == null || setting.path().startsWith(path))
                .map(this::node)
                .toList();
    }

    @Mutation
    @Acl(SettingService.RESOURCE)
    public @NonNull AdminSettingNode adminSetSetting(
            @NonNull String path, @NonNull String value, @Nullable String scope, @Nullable Integer scopeId) {
        return node(settings.set(path, value, scope, scopeId));
    }

    /** Removes the value of the place, so that the wider one holds again. */
    @Mutation
    @Acl(SettingService.RESOURCE)
    public @NonNull AdminSettingNode adminInheritSetting(
            @NonNull String path, @Nullable String scope, @Nullable Integer scopeId) {
        settings.inherit(path, scope, scopeId);
        return node(settings.get(path, scope, scopeId));
    }

    private AdminSettingNode node(Setting setting) {
        return AdminSettingNode.of(setting, settings.definition(setting.path()));
    }
}
