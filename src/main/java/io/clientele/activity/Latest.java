package io.clientele.activity;

import io.clientele.activity.Outcome.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the latest of several reports of the same things, whatever their order; of two of the same moment the one that comes
 * last.
 *
 * @param <K> what a thing is known by
 * @param <F> a report, with what is to be written of it
 */
final class Latest<K, F> {

    private final Map<K, Entry<F>> entries = new LinkedHashMap<>();

    private static final class Entry<F> {

        private final boolean stored;
        private Instant moment;
        private @Nullable F fact;

        private Entry(boolean stored, Instant moment, @Nullable F fact) {
            this.stored = stored;
            this.moment = moment;
            this.fact = fact;
        }
    }

    /** Notes what is stored, and of which moment. */
    void stored(K key, Instant moment) {
        entries.put(key, new Entry<>(true, moment, null));
    }

    Effect take(K key, Instant moment, F fact) {
        Entry<F> entry = entries.get(key);
        if (entry == null) {
            entries.put(key, new Entry<>(false, moment, fact));
            return Effect.CREATED;
        }
        if (moment.isBefore(entry.moment)) {
            return Effect.IGNORED;
        }
        entry.moment = moment;
        entry.fact = fact;
        return Effect.UPDATED;
    }

    /** What is to be written anew. */
    List<F> created() {
        return facts(false);
    }

    /** What is to be written in the place of what is stored. */
    List<F> changed() {
        return facts(true);
    }

    private List<F> facts(boolean stored) {
        List<F> facts = new ArrayList<>();
        for (Entry<F> entry : entries.values()) {
            F fact = entry.fact;
            if (entry.stored == stored && fact != null) {
                facts.add(fact);
            }
        }
        return facts;
    }
}
