/**
 * The language of rules: from JSON or one line of text to a tree and back, what is refused where, and the list and the schema that
 * editors are built from. Does not own segments, nor who is in them, nor what a rule is in SQL.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.segment.rule;
