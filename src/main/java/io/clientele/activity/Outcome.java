package io.clientele.activity;

import io.clientele.shared.Refusal;
import io.clientele.shared.load.LoadResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What becomes of the facts of one transaction, to be told once it is committed. */
final class Outcome {

    /** What a fact comes to. */
    enum Effect {
        CREATED,
        UPDATED,
        /** It says what is known already, or is known better. */
        IGNORED,
        /** It is kept until that comes to which it belongs. */
        WAITING
    }

    private final Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
    private final Map<Long, Refusal> refused = new TreeMap<>();

    /** Counts what the fact comes to, or notes why it is refused. */
    void note(long number, Supplier<Effect> fact) {
        try {
            effects.merge(fact.get(), 1, Integer::sum);
        } catch (Refusal refusal) {
            refuse(number, refusal);
        }
    }

    void refuse(long number, Refusal refusal) {
        refused.put(number, refusal);
    }

    /** Counts so many facts of the one effect as of the other. */
    void move(Effect from, Effect to, int facts) {
        effects.merge(from, -facts, Integer::sum);
        effects.merge(to, facts, Integer::sum);
    }

    /** How many facts are refused. */
    int size() {
        return refused.size();
    }

    /** This with what others, which were not written, are refused for. */
    Outcome with(Outcome others) {
        refused.putAll(others.refused);
        return this;
    }

    void addTo(LoadResult result) {
        result.stored(count(Effect.CREATED), count(Effect.UPDATED), 0);
        result.ignored(count(Effect.IGNORED));
        result.waiting(count(Effect.WAITING));
        refused.forEach((number, refusal) -> result.failed(number, List.of(refusal)));
    }

    private int count(Effect effect) {
        return effects.getOrDefault(effect, 0);
    }
}
