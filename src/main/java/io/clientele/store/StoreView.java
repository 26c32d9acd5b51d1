package io.clientele.store;

/**
 * A store view: the level of a language.
 *
 * @param id 0 is the administration, 1 the view a fresh database has
 * @param active whether requests may name it
 */
public record StoreView(int id, String code, String name, int websiteId, int groupId, boolean active) {

    /** The store view of the administration. */
    public static final int ADMIN = 0;
}
