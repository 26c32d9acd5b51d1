package io.clientele.activity;

import io.clientele.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one transaction that are right by themselves, by their numbers in the call.
 *
 * @param <R> what such a fact is
 */
final class Reports<R> {

    private final Map<Long, R> all = new LinkedHashMap<>();
    private final Outcome outcome;

    private Reports(Outcome outcome) {
        this.outcome = outcome;
    }

    /** A fact as it came, with its number. */
    record Numbered<D>(long number, D draft) {}

    /** Those of the drafts that pass the check; why others do not is noted in the outcome. */
    static <D, R> Reports<R> of(List<Numbered<D>> drafts, Function<D, R> check, Outcome outcome) {
        Reports<R> reports = new Reports<>(outcome);
        for (Numbered<D> each : drafts) {
            try {
                reports.all.put(each.number(), check.apply(each.draft()));
            } catch (Refusal refusal) {
                outcome.refuse(each.number(), refusal);
            }
        }
        return reports;
    }

    List<R> list() {
        return List.copyOf(all.values());
    }

    /** What is named by those that name it, once each. */
    <K> List<K> keys(Function<R, K> key) {
        return all.values().stream().map(key).distinct().toList();
    }

    /** The same, without those that name nothing. */
    <K> List<K> values(Function<R, @Nullable K> value) {
        return all.values().stream()
                .map(value)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toList());
    }

    /** Carries the facts out one by one in their order, and notes what each comes to. */
    void each(Function<R, Outcome.Effect> carryOut) {
        all.forEach((number, report) -> outcome.note(number, () -> carryOut.apply(report)));
    }
}
