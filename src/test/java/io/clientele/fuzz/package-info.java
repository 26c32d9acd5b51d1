/** Generates requests that no client should send, from what the service says of itself. Owns no assertion. */
package io.clientele.fuzz;
