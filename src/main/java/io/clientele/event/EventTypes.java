package io.clientele.event;

import java.util.List;

/** The kinds of events of one feature, which is a bean of it, so that the feed can tell all there are. */
public interface EventTypes {

    List<EventType> all();
}
