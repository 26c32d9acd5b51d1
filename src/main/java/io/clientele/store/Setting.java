package io.clientele.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A setting's value at one level of the cascade.
 *
 * @param inheritedFrom the wider level the value comes from; null where it is this level's own
 */
record Setting(
        String path,
        String value,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable SettingScope inheritedFrom) {}
