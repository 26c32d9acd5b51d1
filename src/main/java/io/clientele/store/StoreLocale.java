package io.clientele.store;

import java.util.Locale;

/** The contract's locale codes. */
public final class StoreLocale {

    private StoreLocale() {}

    /** The locale of a code such as {@code en_US} or {@code zh_Hans_CN}. */
    public static Locale of(String code) {
        return Locale.forLanguageTag(code.replace('_', '-'));
    }
}
