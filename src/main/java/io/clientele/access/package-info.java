/**
 * Owns administrators and roles, credentials and password hashing, tokens, signing keys, lockout, throttling and the
 * check of who may call what. Does not own who a customer is: it knows a login and a subject.
 */
@NullMarked
package io.clientele.access;

import org.jspecify.annotations.NullMarked;
