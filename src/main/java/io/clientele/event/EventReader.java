package io.clientele.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Reads events in the order of their places, for what follows the feed within the service. A place is given when somebody
 * reads: in their own transactions events would have to wait for one another, and the numbers of open transactions would leave
 * holes that a reader steps over.
 */
@ApplicationScoped
public class EventReader {

    /** How many get their places in one transaction. */
    private static final int AT_A_TIME = 10_000;

    /** Longer than any transaction that writes events takes. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);

    private final EventRepository events;

    @Inject
    EventReader(EventRepository events) {
        this.events = events;
    }

    /**
     * The ends of the feed.
     *
     * @param last the last place that was given
     * @param removed the last place whose event is gone
     */
    public record Ends(long last, long removed) {}

    /** Gives places to what has none yet, and says where the feed begins and ends then. */
    @Transactional
    public Ends settle() {
        if (events.hasUnplaced()) {
            events.lockPlaces();
            events.place(AT_A_TIME);
        }
        return events.ends();
    }

    /**
     * Events of some kinds whose places are after the one and up to the other.
     *
     * @param most how many at most, the first ones
     */
    public List<Event> between(long after, long upTo, Collection<String> types, int most) {
        return events.between(after, upTo, types.toArray(String[]::new), most);
    }

    /** Events of all kinds whose places are after the one, as many as that at most, the first ones. */
    public List<Event> after(long position, int most) {
        return events.after(position, most);
    }

    /** The events at the places; what is no longer kept is left out. */
    public List<Event> at(Collection<Long> positions) {
        return events.at(positions.stream().mapToLong(Long::longValue).toArray());
    }

    /** The place after which everything comes that happened at the moment or later; something earlier may come too. */
    @Transactional
    public long before(Instant moment) {
        Ends ends = settle();
        return events.firstSince(moment, LONGEST_TRANSACTION).orElse(ends.last() + 1) - 1;
    }
}
