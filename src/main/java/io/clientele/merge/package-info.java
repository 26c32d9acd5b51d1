/**
 * Makes one account of two, shows beforehand what that comes to, and undoes it within its time. Owns which accounts were merged
 * and what undoing takes; what becomes of each feature's rows the feature says itself, as a {@link
 * io.clientele.shared.person.MergeParticipant}.
 */
@org.jspecify.annotations.NullMarked
package io.clientele.merge;
