/**
 * Outgoing mail: templates, sender identities, links to the storefront, delivery over SMTP out of the outbox. When
 * something is worth a mail is for other features to know; each has its own kinds of mail.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.mail;
