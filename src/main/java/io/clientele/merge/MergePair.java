package io.clientele.merge;

/**
 * The two accounts of a merge.
 *
 * @param stays the account that there is afterwards
 * @param goes the account that is merged into it
 * @param website that of the account that stays
 */
record MergePair(long stays, long goes, int website) {}
