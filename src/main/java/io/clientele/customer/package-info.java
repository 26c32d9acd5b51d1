/**
 * Accounts and their life: create, sign in, read, change, delete; the customer's JSON over both edges; account sharing
 * between websites. Does not own addresses, groups, tokens, passwords or mail.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.customer;
