/** What callers may do, as a Swagger 2.0 document: tools of the contract's make their clients from it. */
@NullMarked
package io.clientele.shared.rest.swagger;

import org.jspecify.annotations.NullMarked;
