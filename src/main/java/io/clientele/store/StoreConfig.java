package io.clientele.store;

import java.util.Map;

/** What a client needs to know of a store view, in the contract's names. Addresses end with a slash. */
record StoreConfig(
        int id,
        String code,
        int websiteId,
        String locale,
        String baseCurrencyCode,
        String defaultDisplayCurrencyCode,
        String timezone,
        String weightUnit,
        String baseUrl,
        String baseLinkUrl,
        String baseStaticUrl,
        String baseMediaUrl,
        String secureBaseUrl,
        String secureBaseLinkUrl,
        String secureBaseStaticUrl,
        String secureBaseMediaUrl,
        Map<String, Object> extensionAttributes) {}
