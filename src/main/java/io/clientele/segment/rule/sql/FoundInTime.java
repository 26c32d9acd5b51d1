package io.clientele.segment.rule.sql;

import io.clientele.shared.sql.SqlFragment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a person has facts in a period. */
record FoundInTime(Object key, Window window, @Nullable List<String> statuses, String moment, Choice choice) {

    /** @param sense what has to be so: that there are such facts, or that there are none */
    Leaf leaf(Frame frame, boolean sense, boolean required) {
        if (!frame.timed() || !window.moves()) {
            Fit found = frame.found(key, required, choice, window.slice(statuses), moment);
            return Leaf.fixed(found.in(sense), shown(found));
        }
        Frame.Chosen times = frame.chosen(key, choice);
        String last = times.column("max(" + moment + ")", window.slice(statuses), moment);
        String next = times.column("min(" + moment + ")", window.ahead(statuses), moment);
        Fit found = Fit.certain(SqlFragment.of(last + " is not null"));
        SqlFragment enters = SqlFragment.of("case when " + last + " is null then")
                .then(window.enters(next))
                .then("end");
        return new Leaf(
                found.in(sense),
                shown(found),
                window.least(window.leaves(last), enters),
                frame.without(!sense, times.facts(), window));
    }

    private static SqlFragment shown(Fit found) {
        return SqlFragment.of("coalesce(").then(found.sql()).then(", false)::text");
    }
}
