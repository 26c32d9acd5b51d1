package io.clientele.event.webhook;

import io.clientele.event.EventType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which kinds of events a pattern means: {@code *} all, {@code customer.*} those of one beginning, or one by its name. */
final class EventPattern {

    private EventPattern() {}

    /** The kinds that one of the patterns means. */
    static Set<String> kinds(Collection<String> patterns, List<EventType> all) {
        return all.stream()
                .map(EventType::type)
                .filter(kind -> patterns.stream().anyMatch(pattern -> means(pattern, kind)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean means(String pattern, String kind) {
        return pattern.equals("*")
                || pattern.equals(kind)
                || (pattern.endsWith(".*") && kind.startsWith(pattern.substring(0, pattern.length() - 1)));
    }
}
