/**
 * The GraphQL engine: one served schema out of the features' Java types and the published SDL, the HTTP edge, limits,
 * wording of library errors, caching headers. It owns no field: those are the features'.
 */
@NullMarked
package io.clientele.shared.graphql;

import org.jspecify.annotations.NullMarked;
