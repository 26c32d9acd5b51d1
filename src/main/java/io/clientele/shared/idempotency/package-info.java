/**
 * Keys that let a request be sent again: one effect for each, and the same answer. Owns the kept answers; knows neither
 * REST nor GraphQL.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.shared.idempotency;
