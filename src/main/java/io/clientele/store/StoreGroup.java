package io.clientele.store;

/**
 * A store group: the level of a catalogue.
 *
 * @param rootCategoryId the root of its catalogue; 0 for the administration
 * @param defaultStoreId the store view a visitor gets; 0 as long as the group has none
 */
public record StoreGroup(int id, int websiteId, String code, String name, int rootCategoryId, int defaultStoreId) {}
