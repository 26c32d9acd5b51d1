package io.clientele.store;

import io.clientele.shared.Acl;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Version;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Settings for administrators and integrations; scope is {@code default}, {@code websites} or {@code stores}. */
@GraphQLApi
public class AdminSettingGraphQL {

    private final SettingService settings;
    private final ExpectedVersion expected;

    @Inject
    AdminSettingGraphQL(SettingService settings, ExpectedVersion expected) {
        this.settings = settings;
        this.expected = expected;
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

    /** What a mutation may name to change the setting only as it is here. */
    public List<@NonNull String> version(@Source List<AdminSettingNode> settings) {
        return settings.stream().map(node -> Version.of(node.setting())).toList();
    }

    @Mutation
    @Acl(SettingService.RESOURCE)
    public @NonNull AdminSettingNode adminSetSetting(
            @NonNull String path,
            @NonNull String value,
            @Nullable String scope,
            @Nullable Integer scopeId,
            @Nullable String version) {
        expected.demandIfGiven(version);
        return node(settings.set(path, value, scope, scopeId));
    }

    /** Removes the value of the place, so that the wider one holds again. */
    @Mutation
    @Acl(SettingService.RESOURCE)
    public @NonNull AdminSettingNode adminInheritSetting(
            @NonNull String path, @Nullable String scope, @Nullable Integer scopeId, @Nullable String version) {
        expected.demandIfGiven(version);
        settings.inherit(path, scope, scopeId);
        return node(settings.get(path, scope, scopeId));
    }

    private AdminSettingNode node(Setting setting) {
        return AdminSettingNode.of(setting, settings.definition(setting.path()));
    }
}
