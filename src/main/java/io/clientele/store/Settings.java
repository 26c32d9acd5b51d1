package io.clientele.store;

import io.clientele.store.StoreState.SettingKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of settings, read from memory. A value is looked for at the store view, then its website, then the default
 * level, then in the definition; without a store view or website the search begins further up.
 */
@ApplicationScoped
public class Settings {

    private final StoreSnapshot snapshot;

    @Inject
    Settings(StoreSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    public String text(SettingDefinition definition) {
        return value(definition, Website.ADMIN, StoreView.ADMIN);
    }

    public String text(SettingDefinition definition, int websiteId) {
        return value(definition, websiteId, StoreView.ADMIN);
    }

    public String text(SettingDefinition definition, StoreView view) {
        return value(definition, view.websiteId(), view.id());
    }

    /** The whole number; 0 where the value is empty. */
    public int number(SettingDefinition definition) {
        return number(text(definition));
    }

    /** The whole number; 0 where the value is empty. */
    public int number(SettingDefinition definition, int websiteId) {
        return number(text(definition, websiteId));
    }

    /** The whole number; 0 where the value is empty. */
    public int number(SettingDefinition definition, StoreView view) {
        return number(text(definition, view));
    }

    /** The decimal number; 0 where the value is empty. */
    public BigDecimal decimal(SettingDefinition definition, StoreView view) {
        String text = text(definition, view);
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    public boolean flag(SettingDefinition definition) {
        return text(definition).equals("1");
    }

    public boolean flag(SettingDefinition definition, int websiteId) {
        return text(definition, websiteId).equals("1");
    }

    public boolean flag(SettingDefinition definition, StoreView view) {
        return text(definition, view).equals("1");
    }

    /** The entries without spaces around them; empty ones are left out. */
    public List<String> list(SettingDefinition definition) {
        return split(text(definition));
    }

    /** The entries without spaces around them; empty ones are left out. */
    public List<String> list(SettingDefinition definition, int websiteId) {
        return split(text(definition, websiteId));
    }

    /** The entries without spaces around them; empty ones are left out. */
    public List<String> list(SettingDefinition definition, StoreView view) {
        return split(text(definition, view));
    }

    private String value(SettingDefinition definition, int websiteId, int storeId) {
        Map<SettingKey, String> stored = snapshot.state().settings();
        String path = definition.path();
        @Nullable String value = null;
        if (storeId != StoreView.ADMIN) {
            value = stored.get(new SettingKey(path, SettingScope.STORES, storeId));
        }
        if (value == null && websiteId != Website.ADMIN) {
            value = stored.get(new SettingKey(path, SettingScope.WEBSITES, websiteId));
        }
        if (value == null) {
            value = stored.get(new SettingKey(path, SettingScope.DEFAULT, 0));
        }
        return value == null ? definition.defaultValue() : value;
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
