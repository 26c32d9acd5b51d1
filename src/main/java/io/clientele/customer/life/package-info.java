/**
 * The steps in the life of an account: confirming, resetting the password, changing the address and taking that back,
 * being deactivated; and the mails that tell its owner.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.customer.life;
