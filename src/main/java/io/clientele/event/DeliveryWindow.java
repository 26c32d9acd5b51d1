package io.clientele.event;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The messages between what has been read and what has been settled, in memory. One of each lane is on its way at a time; lanes do
 * not wait for one another. For one thread.
 */
public final class DeliveryWindow {

    private final NavigableSet<Long> unsettled = new TreeSet<>();
    private final Map<Long, ArrayDeque<EventMessage>> lanes = new HashMap<>();
    private final ArrayDeque<Long> ready = new ArrayDeque<>();

    /** Those taken beyond what is settled, which nobody is to send again when they are read again. */
    private final NavigableSet<Long> taken;

    private long read;

    /** @param position up to where everything is settled */
    public DeliveryWindow(long position) {
        this(position, new TreeSet<>());
    }

    private DeliveryWindow(long position, NavigableSet<Long> taken) {
        this.read = position;
        this.taken = taken;
    }

    /** Without what is left to do, which is read again; what was taken already stays known. */
    public DeliveryWindow afresh() {
        return new DeliveryWindow(settled(), taken);
    }

    public void add(EventMessage message) {
        unsettled.add(message.position());
        ArrayDeque<EventMessage> lane = lanes.computeIfAbsent(message.lane(), _ -> new ArrayDeque<>());
        lane.add(message);
        if (lane.size() == 1) {
            ready.add(message.lane());
        }
    }

    /** Everything up to the position has been added that has to be. */
    public void readUpTo(long position) {
        read = position;
        forget();
    }

    public long read() {
        return read;
    }

    public int size() {
        return unsettled.size();
    }

    /** The next message that may be sent, which is on its way from now on; null when all have to wait. */
    @Nullable
    public EventMessage next() {
        Long lane = ready.poll();
        return lane == null ? null : lane(lane).peek();
    }

    /** Whether the event was taken already, so that it is not to be added. */
    public boolean wasTaken(long position) {
        return taken.contains(position);
    }

    /** The event was taken, by whatever way it went. */
    public void wasTakenElsewhere(long position) {
        taken.add(position);
        forget();
    }

    /** The message was taken, so that the next one of its lane may go. */
    public void taken(EventMessage message) {
        unsettled.remove(message.position());
        wasTakenElsewhere(message.position());
        ArrayDeque<EventMessage> lane = lane(message.lane());
        lane.remove();
        if (lane.isEmpty()) {
            lanes.remove(message.lane());
        } else {
            ready.add(message.lane());
        }
    }

    /** The message was not taken and may be sent again before all others. */
    public void putBack(EventMessage message) {
        ready.addFirst(message.lane());
    }

    /** The message was not taken: it leaves, and those of its lane behind it with it. */
    public List<EventMessage> failed(EventMessage message) {
        List<EventMessage> lane = List.copyOf(lane(message.lane()));
        lanes.remove(message.lane());
        lane.forEach(each -> unsettled.remove(each.position()));
        return lane;
    }

    /** Up to where nothing is left to do. */
    public long settled() {
        return unsettled.isEmpty() ? read : unsettled.first() - 1;
    }

    private void forget() {
        taken.headSet(settled(), true).clear();
    }

    private ArrayDeque<EventMessage> lane(long lane) {
        ArrayDeque<EventMessage> messages = lanes.get(lane);
        if (messages == null) {
            throw new IllegalStateException("lane " + lane + " is not in the window");
        }
        return messages;
    }
}
