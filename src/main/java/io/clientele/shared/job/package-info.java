/** Work in the background that somebody waits for: how far it is and how it ended. What it is about its feature knows. */
@org.jspecify.annotations.NullMarked
package io.clientele.shared.job;
