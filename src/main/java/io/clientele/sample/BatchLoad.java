package io.clientele.sample;

import io.clientele.customer.CustomerDraft;
import io.clientele.customer.CustomerImport;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.sql.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Stores customers in batches, a transaction each. What was stored before a failure stays. */
@ApplicationScoped
class BatchLoad {

    private static final int BATCH = 100;

    private final CustomerImport customers;
    private final CurrentCaller caller;

    @Inject
    BatchLoad(CustomerImport customers, CurrentCaller caller) {
        this.customers = customers;
        this.caller = caller;
    }

    /**
     * A customer and where it was found.
     *
     * @param place as people look for it: "line 12"
     */
    record Entry(String place, CustomerDraft draft) {}

    /**
     * How many were stored.
     *
     * @param created those among them that were not there before
     */
    record Result(int stored, int created) {

        Result plus(Result other) {
            return new Result(stored + other.stored, created + other.created);
        }
    }

    /**
     * Stores them all.
     *
     * @param moved told how many were stored, after each batch
     * @throws LoadFailure naming the first entry that is refused or cannot be read; all before it are stored
     */
    Result store(Iterator<Entry> entries, IntConsumer moved) {
        caller.set(Caller.OPERATOR);
        Result result = new Result(0, 0);
        List<Entry> batch = new ArrayList<>(BATCH);
        do {
            batch.clear();
            LoadFailure unreadable = fill(batch, entries);
            result = result.plus(new Result(batch.size(), store(batch)));
            moved.accept(batch.size());
            if (unreadable != null) {
                throw unreadable;
            }
        } while (!batch.isEmpty());
        return result;
    }

    /** Takes up to a whole batch; returns what kept it from reading on, or null. */
    private static @Nullable LoadFailure fill(List<Entry> batch, Iterator<Entry> entries) {
        try {
            while (batch.size() < BATCH && entries.hasNext()) {
                batch.add(entries.next());
            }
            return null;
        } catch (LoadFailure unreadable) {
            return unreadable;
        }
    }

    private int store(List<Entry> batch) {
        try {
            return customers.store(batch.stream().map(Entry::draft).toList());
        } catch (Refusal oneOfThem) {
            // One by one, to keep what is right and to tell where the wrong one is.
            return batch.stream().mapToInt(this::storeAlone).sum();
        } catch (RuntimeException e) {
            SQLException cause = DatabaseFailure.in(e);
            throw cause == null ? e : new LoadFailure("the database failed; run it again to go on", cause);
        }
    }

    private int storeAlone(Entry entry) {
        try {
            return customers.store(List.of(entry.draft()));
        } catch (Refusal refusal) {
            throw new LoadFailure(entry.place(), refusal);
        }
    }
}
