/**
 * The audit log: what was done that somebody may have to account for, by whom, to what and with which outcome. Owns the
 * entries and how they are found; does not own what is worth an entry, which the features decide.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.audit;
