/**
 * The statements that rules become: for everybody, for some customers, and for a visitor. The only place where it is decided who
 * fits. Knows the tree and not how rules are written.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.segment.rule.sql;
