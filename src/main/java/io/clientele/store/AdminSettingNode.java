package io.clientele.store;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A setting and its value at one place of the cascade. */
@Name("AdminSetting")
public record AdminSettingNode(
        @Ignore Setting setting,
        @NonNull String path,
        @NonNull String value,
        @Nullable @Name("inherited_from") String inheritedFrom,
        @NonNull String type,
        @NonNull @Name("default_value") String defaultValue,
        @NonNull List<@NonNull String> scopes,
        @NonNull String label) {

    static AdminSettingNode of(Setting setting, SettingDefinition definition) {
        return new AdminSettingNode(
                setting,
                setting.path(),
                setting.value(),
                setting.inheritedFrom() == null ? null : setting.inheritedFrom().word(),
                definition.type().name().toLowerCase(Locale.ROOT),
                definition.defaultValue(),
                definition.narrowest().andWider().stream()
                        .map(SettingScope::word)
                        .toList(),
                definition.label());
    }
}
