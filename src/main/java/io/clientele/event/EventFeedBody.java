package io.clientele.event;

import java.util.List;

/**
 * A page of the feed.
 *
 * @param next what to send as {@code after} for the page that follows, also when this one is empty
 */
public record EventFeedBody(List<CloudEvent> items, String next) {

    static EventFeedBody of(EventFeedService.Page page) {
        return new EventFeedBody(page.items().stream().map(CloudEvent::of).toList(), page.next());
    }
}
