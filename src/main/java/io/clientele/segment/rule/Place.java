package io.clientele.segment.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Where in a rule something stands that was sent. */
sealed interface Place {

    /** A property or an element of a list, seen from the rule's root, which has no parent. */
    record InJson(@Nullable InJson parent, String step) implements Place {

        static final InJson ROOT = new InJson(null, "");

        InJson property(String name) {
            return new InJson(this, (parent == null ? "" : ".") + name);
        }

        InJson element(int index) {
            return new InJson(this, "[" + index + "]");
        }

        /** Such as {@code conditions[1].operator}; {@code $} for the rule as a whole. */
        String path() {
            Deque<String> steps = new ArrayDeque<>();
            for (InJson place = this; place != null; place = place.parent) {
                steps.push(place.step);
            }
            return parent == null ? "$" : String.join("", steps);
        }
    }

    /** A column of the text form, counted from 1. */
    record InText(int column) implements Place {}

    /** Where a property is missing. */
    default Place missing(String name) {
        return this instanceof InJson json ? json.property(name) : this;
    }
}
