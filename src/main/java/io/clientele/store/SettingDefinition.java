package io.clientele.store;

/**
 * A setting that a feature reads.
 *
 * @param path the contract's path, {@code section/group/field}
 * @param defaultValue what holds where nothing is stored; empty text means "not set"
 * @param narrowest the narrowest level of the cascade that may have a value of its own
 * @param label what it is, in a few words
 */
public record SettingDefinition(
        String path, SettingType type, String defaultValue, SettingScope narrowest, String label) {

    public static SettingDefinition text(String path, String defaultValue, SettingScope narrowest, String label) {
        return new SettingDefinition(path, SettingType.STRING, defaultValue, narrowest, label);
    }

    public static SettingDefinition number(String path, int defaultValue, SettingScope narrowest, String label) {
        return new SettingDefinition(path, SettingType.INT, Integer.toString(defaultValue), narrowest, label);
    }

    public static SettingDefinition flag(String path, boolean defaultValue, SettingScope narrowest, String label) {
        return new SettingDefinition(path, SettingType.BOOL, defaultValue ? "1" : "0", narrowest, label);
    }

    public static SettingDefinition list(String path, String defaultValue, SettingScope narrowest, String label) {
        return new SettingDefinition(path, SettingType.LIST, defaultValue, narrowest, label);
    }
}
