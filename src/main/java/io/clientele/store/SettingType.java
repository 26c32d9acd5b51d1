package io.clientele.store;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a setting's text must look like. Empty text is allowed for all of them and means "not set". */
public enum SettingType {
    STRING(".*"),
    /** A whole number of at most nine digits. */
    INT("-?\\d{1,9}"),
    /** 0 or 1. */
    BOOL("[01]"),
    DECIMAL("-?\\d{1,12}(\\.\\d{1,12})?"),
    /** Entries with a comma between them. */
    LIST(".*");

    private final Pattern pattern;

    SettingType(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean fits(String value) {
        return value.isEmpty() || pattern.matcher(value).matches();
    }
}
