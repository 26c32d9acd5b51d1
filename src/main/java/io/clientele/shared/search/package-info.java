/** The contract's search criteria: read from the query, compiled to SQL, answered in pages. */
@org.jspecify.annotations.NullMarked
package io.clientele.shared.search;
