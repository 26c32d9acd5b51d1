package io.clientele.merge;

import io.clientele.customer.MergedAccount;
import java.util.List;

/**
 * What undoing a merge takes.
 *
 * @param account the rows of the two accounts
 * @param rows what was done to the rows of each rule, in the order in which it was done
 */
record MergeMemory(MergedAccount account, List<RowMemory> rows) {}
