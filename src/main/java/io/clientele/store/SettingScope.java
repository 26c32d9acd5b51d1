package io.clientele.store;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** The levels of the cascade, widest first. */
public enum SettingScope {
    DEFAULT,
    WEBSITES,
    STORES;

    /** The name the contract and the database know it by. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This level and the wider ones, widest first. */
    List<SettingScope> andWider() {
        return switch (this) {
            case DEFAULT -> List.of(DEFAULT);
            case WEBSITES -> List.of(DEFAULT, WEBSITES);
            case STORES -> List.of(DEFAULT, WEBSITES, STORES);
        };
    }

    /**
     * The level with the name.
     *
     * @throws io.clientele.shared.Refusal when there is none
     */
    static SettingScope of(String word) {
        for (SettingScope scope : values()) {
            if (scope.word().equals(word)) {
                return scope;
            }
        }
        throw StoreRefusals.unknownScope(word);
    }
}
