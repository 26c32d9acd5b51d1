package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.customer.HeldCustomer;
import io.clientele.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Something that can be done to many customers. */
interface BatchAction {

    /** What callers name it. */
    String name();

    /** What one must hold besides the route's own resource. */
    Set<String> resources();

    /**
     * Refuses what it can not be done with.
     *
     * @throws Refusal naming what is missing or wrong
     */
    default void check(ActionParams params) {}

    /** Whether it uses what is kept of them; it is not done to those whose data is restricted then. */
    default boolean usesData() {
        return true;
    }

    /** Does it to some of them, who are locked, in the transaction in hand. */
    Outcome apply(List<HeldCustomer> held, ActionParams params);

    /** Whether the customers are there afterwards, so that it can be kept of each that it was done. */
    default boolean leavesThem() {
        return true;
    }

    /** Whether it can be taken back. */
    default boolean isUndoable() {
        return false;
    }

    /**
     * Takes it back from some of them, in the transaction in hand; who was changed again since is left alone and refused.
     *
     * @param before what they were like, by customer
     */
    default Outcome undo(List<HeldCustomer> held, Map<Long, JsonNode> before, ActionParams params) {
        throw new IllegalStateException(name() + " cannot be taken back");
    }
}
