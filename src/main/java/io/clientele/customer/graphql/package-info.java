/**
 * The customer's GraphQL edge: nodes, inputs, and the checks that only this edge asks for. Does not own what an account
 * is or how it changes: {@code customer} does.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.customer.graphql;
