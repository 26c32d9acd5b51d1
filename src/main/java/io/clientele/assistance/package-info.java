/** Customers' consent to shopping assistance: that somebody of the shop acts in their account. Does not own the account. */
@org.jspecify.annotations.NullMarked
package io.clientele.assistance;
