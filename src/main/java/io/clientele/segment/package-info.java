/**
 * Segments: who fits a rule, kept up to date as facts change and time passes. Does not own the facts, nor what is done
 * with a segment; the language of the rules is {@code segment.rule}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.segment;
