package io.clientele.merge;

/**
 * What becomes of one kind of thing that the account that goes has.
 *
 * @param name such as {@code orders}
 * @param moved how many belong to the account that stays from then on
 * @param changed how many of that account's own things are changed
 * @param kept how many are not taken over, and come back with their account
 * @param ended how many end with their account
 */
public record MergedPart(String name, int moved, int changed, int kept, int ended) {}
