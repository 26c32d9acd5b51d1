/**
 * What is accepted now and carried out later: requests over async and bulk, the queue of their operations, and what has
 * become of them. Does not own what operations do; it knows them from {@code shared.operation}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.bulk;
