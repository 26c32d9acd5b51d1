/**
 * What customers did, as it is shown: to themselves their orders, reviews and wish lists, to administrators all that the
 * shop reported of a customer; and accounts made after an order. Owns no table and reads those of {@code activity}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.activity.history;
