package io.clientele.massaction;

import io.clientele.shared.Refusal;
import java.util.Map;

/**
 * What became of a part.
 *
 * @param before what those were like who were changed and can be changed back, by customer
 * @param refused why some could not be changed, by customer
 */
record Outcome(Map<Long, ?> before, Map<Long, Refusal> refused) {

    static final Outcome DONE = new Outcome(Map.of(), Map.of());

    static Outcome changed(Map<Long, ?> before) {
        return new Outcome(before, Map.of());
    }
}
