/**
 * A customer with all that the features know of it, in one answer for whoever looks after it. Owns no table: it gathers what
 * others keep, in few statements.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.overview;
