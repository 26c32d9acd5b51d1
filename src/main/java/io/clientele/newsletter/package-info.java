/**
 * Who receives the newsletter: subscriptions of guests and customers, one for each address and website. Does not own the
 * account, nor the newsletter that is sent.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.newsletter;
