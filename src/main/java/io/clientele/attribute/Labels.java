package io.clientele.attribute;

import java.util.Map;

/**
 * A label and what it is in some store views.
 *
 * @param byStore by the store view's id
 */
public record Labels(String fallback, Map<Integer, String> byStore) {

    /** The label in the store view; the one of all others where it has none of its own. */
    public String in(int storeId) {
        return byStore.getOrDefault(storeId, fallback);
    }
}
