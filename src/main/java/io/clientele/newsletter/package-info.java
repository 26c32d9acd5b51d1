/** Who receives the newsletter. Does not own the account, nor the mails. */
@org.jspecify.annotations.NullMarked
package io.clientele.newsletter;
