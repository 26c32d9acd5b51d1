package io.clientele.attribute;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a value is entered, with the contract's word for how it is kept. */
public enum InputType {
    TEXT("varchar"),
    TEXTAREA("text"),
    MULTILINE("text"),
    DATE("datetime"),
    SELECT("int"),
    MULTISELECT("varchar"),
    BOOLEAN("int"),
    FILE("varchar"),
    IMAGE("varchar"),
    /** Of built-in attributes only. */
    HIDDEN("varchar");

    private final String backendType;

    InputType(String backendType) {
        this.backendType = backendType;
    }

    /** The contract's {@code frontend_input}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String backendType() {
        return backendType;
    }

    /** Whether a value is one line or several lines of text. */
    public boolean isText() {
        return this == TEXT || this == TEXTAREA || this == MULTILINE;
    }

    /** Whether a value names options of the attribute. */
    public boolean hasOptions() {
        return this == SELECT || this == MULTISELECT;
    }

    public boolean isFile() {
        return this == FILE || this == IMAGE;
    }

    static Optional<InputType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
