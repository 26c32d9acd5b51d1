package io.clientele.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of a file together to orders. The file is in the order of its days, and a day's orders may be mixed: no
 * more than a day of it, and the numbers of the orders before, is in memory.
 *
 * @param <L> a line of an order
 */
final class OrderGroups<L extends OrderGroups.OfOrder> implements Iterator<List<L>> {

    /** A line that knows its order. */
    interface OfOrder {

        /** The number of the order. */
        String order();

        /** The day of the line, by which the file is ordered. */
        String day();

        /** Where in the file it stands. */
        String place();
    }

    private final Iterator<L> lines;
    private final Set<String> done = new HashSet<>();
    private final Queue<List<L>> ready = new ArrayDeque<>();
    private @Nullable L first;

    OrderGroups(Iterator<L> lines) {
        this.lines = lines;
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || first != null || lines.hasNext();
    }

    /** @throws LoadFailure when a line is wrong, or an order goes on after its day */
    @Override
    public List<L> next() {
        if (ready.isEmpty()) {
            readDay();
        }
        List<L> order = ready.poll();
        if (order == null) {
            throw new NoSuchElementException();
        }
        return order;
    }

    private void readDay() {
        Map<String, List<L>> day = new LinkedHashMap<>();
        String date = "";
        L line = first;
        first = null;
        while (line != null || lines.hasNext()) {
            line = line == null ? lines.next() : line;
            if (!day.isEmpty() && !line.day().equals(date)) {
                first = line;
                break;
            }
            date = line.day();
            if (done.contains(line.order())) {
                throw new LoadFailure(line.place() + ": order " + line.order() + " goes on after another day");
            }
            day.computeIfAbsent(line.order(), _ -> new ArrayList<>()).add(line);
            line = null;
        }
        done.addAll(day.keySet());
        ready.addAll(day.values());
    }
}
