/**
 * Who is active now, customers and visitors, and what a visitor is known by. Does not own accounts, nor what visitors
 * do.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.presence;
