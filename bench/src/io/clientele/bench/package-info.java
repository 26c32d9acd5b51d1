/**
 * Measures the packaged service from outside: what a request costs beside the least it could cost. Not part of the
 * product; owns the load, the floors and the report, and no figure that the service could be asked to tell itself.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.bench;
