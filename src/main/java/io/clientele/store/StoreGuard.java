package io.clientele.store;

/**
 * A feature's say before a part of the hierarchy is deleted; it refuses by throwing. Nothing has been written yet; a
 * website's row is locked.
 */
public interface StoreGuard {

    default void beforeDeleting(Website website) {}

    default void beforeDeleting(StoreGroup group) {}

    default void beforeDeleting(StoreView view) {}
}
