/** Tests of the detail view of customers. */
@org.jspecify.annotations.NullMarked
package io.clientele.overview;
