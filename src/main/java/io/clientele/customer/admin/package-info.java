/**
 * Customers and their addresses as administrators and integrations reach them over GraphQL. Does not own what an account
 * is or how it changes: {@code customer} does.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.customer.admin;
