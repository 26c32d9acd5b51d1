package io.clientele.event;

import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hands out events in the order of their places, page by page.
 */
@ApplicationScoped
public class EventFeedService {

    static final String RESOURCE = "Clientele_Event::feed";

    /** How many events a page has unless asked for otherwise, and at most. */
    static final int USUAL = 100;

    static final int MOST = 1_000;

    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}");

    private final EventRepository events;
    private final EventReader reader;
    private final CurrentCaller caller;
    private final List<EventType> types;

    @Inject
    EventFeedService(EventRepository events, EventReader reader, CurrentCaller caller, @All List<EventTypes> types) {
        this.events = events;
        this.reader = reader;
        this.caller = caller;
        this.types = types.stream()
                .flatMap(each -> each.all().stream())
                .sorted(Comparator.comparing(EventType::type))
                .toList();
    }

    /**
     * A page of the feed.
     *
     * @param next the cursor that the page after this one begins at, which may still be empty
     */
    public record Page(List<Event> items, String next) {}

    /**
     * What happened after a cursor.
     *
     * @param after where the page before ended, or null for the oldest event that is kept
     * @throws Refusal when the cursor is none, when events behind it are gone already, for a page size out of bounds, and
     *     for a caller who is limited to websites: events are of all of them
     */
    @Transactional
    public Page page(@Nullable String after, @Nullable Integer limit) {
        caller.demandAllWebsites(RESOURCE);
        int most = limit == null ? USUAL : limit;
        if (most < 1 || most > MOST) {
            throw EventRefusals.limit(most, MOST);
        }
        EventReader.Ends ends = reader.settle();
        long position = after == null || after.isEmpty() ? ends.removed() : position(after, ends);
        List<Event> page = events.after(position, most);
        return new Page(
                page, Long.toString(page.isEmpty() ? position : page.getLast().position()));
    }

    /** All kinds of events, by name. */
    public List<EventType> types() {
        return types;
    }

    /**
     * The place that a cursor names.
     *
     * @throws Refusal when it names none, or events behind it are gone already
     */
    public static long position(String after, EventReader.Ends ends) {
        if (!CURSOR.matcher(after).matches() || Long.parseLong(after) > ends.last()) {
            throw EventRefusals.noCursor(after);
        }
        long position = Long.parseLong(after);
        if (position < ends.removed()) {
            throw EventRefusals.cursorTooOld(after);
        }
        return position;
    }
}
