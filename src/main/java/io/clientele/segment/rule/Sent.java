package io.clientele.segment.rule;

import java.util.List;
import java.util.Map;

/** A rule as it was sent, as JSON or as text, before anything is known of what it means. */
sealed interface Sent {

    Place place();

    record Members(Place place, Map<String, Sent> members) implements Sent {}

    record Items(Place place, List<Sent> items) implements Sent {}

    /** @param value a {@code String}, a {@code BigDecimal} or a {@code Boolean} */
    record Scalar(Place place, Object value) implements Sent {}
}
