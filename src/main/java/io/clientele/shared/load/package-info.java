/** Loading many things from one request, of which the bad ones spoil no others. Does not own what is loaded. */
@org.jspecify.annotations.NullMarked
package io.clientele.shared.load;
