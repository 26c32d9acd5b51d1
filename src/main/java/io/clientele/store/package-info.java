/**
 * Websites, store groups, store views, the settings that cascade through them, and currencies.
 *
 * <p>Owns the hierarchy, the settings' values and the scope of a request. Does not own what a setting means: each
 * feature declares the paths it reads and gives them their sense.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.store;
