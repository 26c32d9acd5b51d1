package io.clientele.store;

/** A feature's say before a setting changes; it refuses by throwing. Nothing has been written yet. */
public interface SettingGuard {

    /**
     * @param scopeId a website's or a store view's id, 0 at the default level
     * @param value what will hold there, of the right type: the value sent or, when one is removed, the one inherited
     */
    void beforeChange(SettingDefinition definition, SettingScope scope, int scopeId, String value);
}
