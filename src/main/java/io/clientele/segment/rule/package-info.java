/**
 * The language of rules: from JSON or one line of text to a tree, and from there to SQL. Does not own segments, nor who is in
 * them.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.segment.rule;
