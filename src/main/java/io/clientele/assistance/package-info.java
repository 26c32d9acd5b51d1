/**
 * Administrators who act for customers: the customers' consent, tokens and one-time codes for it, and the log of it.
 * Does not own the account, nor the tokens.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.assistance;
