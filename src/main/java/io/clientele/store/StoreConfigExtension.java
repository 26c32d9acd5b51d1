package io.clientele.store;

import java.util.Map;

/** What a feature further right adds to what REST tells a client of a store view. */
public interface StoreConfigExtension {

    /** Values by the names they are shown under, in snake_case; never null. */
    Map<String, Object> of(StoreView view);
}
