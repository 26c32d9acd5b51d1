/**
 * The GraphQL edge of attributes: what shoppers' clients read to draw forms. Does not own the values' nodes and inputs:
 * they hang on customers and addresses.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.attribute.graphql;
