/** What every feature needs and no feature owns. */
@org.jspecify.annotations.NullMarked
package io.clientele.shared;
