/**
 * Starts the service: the embedded PostgreSQL, the checks of an external one, the mode, what is printed, and the
 * filters and health checks that belong to the process and to no feature. Stands outside the line of features: nobody
 * imports it. Does not own what a command such as {@code load} does.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.launch;
