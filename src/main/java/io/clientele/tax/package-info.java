/** Owns tax classes. Does not own what is taxed: groups and products name their class by its id. */
@org.jspecify.annotations.NullMarked
package io.clientele.tax;
