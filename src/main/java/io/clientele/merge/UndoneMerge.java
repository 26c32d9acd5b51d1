package io.clientele.merge;

import java.util.List;

/**
 * A merge that was undone.
 *
 * @param left what could not be given back; empty when both accounts are what they were
 */
public record UndoneMerge(Merge merge, List<LeftBehind> left) {}
