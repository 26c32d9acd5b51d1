/**
 * What a rule is: a tree of conditions, the operators and fields that stand in them, and which conditions visitors are judged by.
 * Knows neither how rules are written nor what becomes of them.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.segment.rule.tree;
