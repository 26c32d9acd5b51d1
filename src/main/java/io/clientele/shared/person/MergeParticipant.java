package io.clientele.shared.person;

import java.util.Collection;
import java.util.List;

/**
 * A feature that keeps something of customers, when two accounts become one. It says what becomes of its rows; moving them,
 * remembering them and giving them back is done by those rules. A table with a customer's id that no rule speaks of fails
 * {@code MergeDecisionsTest}.
 */
public interface MergeParticipant {

    /** What becomes of the rows of each table, in the order in which it is done and undone. */
    List<MergeRule> rules();

    /**
     * To bring up to date what is worked out from the rows, in the transaction that has merged accounts or undone it.
     *
     * @param customerIds the accounts that there are now
     */
    default void settle(Collection<Long> customerIds) {}
}
