/** The contract's rules for JSON: how a request body becomes a record and how an answer is written. */
@org.jspecify.annotations.NullMarked
package io.clientele.shared.json;
