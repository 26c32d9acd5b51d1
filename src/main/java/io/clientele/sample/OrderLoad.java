package io.clientele.sample;

import io.clientele.activity.ActivityService;
import io.clientele.activity.OrderDraft;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.load.LoadResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Reports orders of a data set, some hundreds at a time. What was stored before a failure stays. */
@ApplicationScoped
class OrderLoad {

    /** An audit entry each. */
    private static final int BATCH = 1_000;

    private final ActivityService activity;
    private final CurrentCaller caller;

    @Inject
    OrderLoad(ActivityService activity, CurrentCaller caller) {
        this.activity = activity;
        this.caller = caller;
    }

    /**
     * An order and where it was found.
     *
     * @param lines how many lines of the file it takes
     */
    record Entry(String place, OrderDraft draft, int lines) {}

    /**
     * What was stored.
     *
     * @param created those of the orders that were not there before
     */
    record Result(int orders, int lines, long created) {

        Result plus(Result other) {
            return new Result(orders + other.orders, lines + other.lines, created + other.created);
        }
    }

    /**
     * Reports them all.
     *
     * @param wording makes an order of what the file has of it
     * @param before sees each batch before it is reported
     * @param moved told how many lines were stored, after each batch
     * @throws LoadFailure naming the first order that is refused
     */
    <T> Result store(Iterator<T> orders, Function<T, Entry> wording, Consumer<List<Entry>> before, IntConsumer moved) {
        caller.set(Caller.OPERATOR);
        Result result = new Result(0, 0, 0);
        List<Entry> batch = new ArrayList<>(BATCH);
        while (orders.hasNext()) {
            batch.add(wording.apply(orders.next()));
            if (batch.size() == BATCH || !orders.hasNext()) {
                before.accept(batch);
                result = result.plus(store(batch));
                moved.accept(lines(batch));
                batch.clear();
            }
        }
        return result;
    }

    private Result store(List<Entry> batch) {
        LoadResult told = FactReports.report(
                batch,
                Entry::place,
                all -> activity.reportOrders(all.stream().map(Entry::draft).toList()));
        return new Result(batch.size(), lines(batch), told.created());
    }

    private static int lines(List<Entry> batch) {
        return batch.stream().mapToInt(Entry::lines).sum();
    }
}
