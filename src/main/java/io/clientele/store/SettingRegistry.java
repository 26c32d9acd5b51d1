package io.clientele.store;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All settings that any feature reads, by path. */
@ApplicationScoped
class SettingRegistry {

    private final SortedMap<String, SettingDefinition> byPath = new TreeMap<>();

    @Inject
    SettingRegistry(@All List<SettingDefinitions> features) {
        for (SettingDefinitions feature : features) {
            for (SettingDefinition definition : feature.all()) {
                if (byPath.put(definition.path(), definition) != null) {
                    throw new IllegalStateException("two features declare the setting " + definition.path());
                }
            }
        }
    }

    Collection<SettingDefinition> all() {
        return Collections.unmodifiableCollection(byPath.values());
    }

    /** The definition of the path, or the refusal for a setting that nobody reads. */
    SettingDefinition get(String path) {
        SettingDefinition definition = byPath.get(path);
        if (definition == null) {
            throw StoreRefusals.unknownSetting(path);
        }
        return definition;
    }
}
