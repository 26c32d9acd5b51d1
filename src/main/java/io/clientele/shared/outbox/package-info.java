/**
 * Work for later: a row written in the transaction that causes it, and done at least once by any instance after the
 * commit.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.shared.outbox;
