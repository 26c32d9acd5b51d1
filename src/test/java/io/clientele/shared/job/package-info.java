/** Tests of work in the background. */
@org.jspecify.annotations.NullMarked
package io.clientele.shared.job;
