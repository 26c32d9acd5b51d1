/** The REST edge that all features share: how bodies are read, answers written and refusals shown. */
@org.jspecify.annotations.NullMarked
package io.clientele.shared.rest;
