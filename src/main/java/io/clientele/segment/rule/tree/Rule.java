package io.clientele.segment.rule.tree;

/** Whom a segment is about, as a tree of conditions. */
public record Rule(Condition root) {}
