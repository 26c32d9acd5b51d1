package io.clientele.segment;

import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads which segments a report is about. */
@ApplicationScoped
class SegmentIds {

    private static final int MOST = 50;

    private final SegmentService segments;

    @Inject
    SegmentIds(SegmentService segments) {
        this.segments = segments;
    }

    /**
     * @param text 1 to 50 ids, separated by commas
     * @throws io.clientele.shared.Refusal when it is something else, or there is no such segment
     */
    Set<Long> of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Refusals.required("ids");
        }
        Set<Long> ids = new TreeSet<>();
        try {
            Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(Long::valueOf)
                    .forEach(ids::add);
        } catch (NumberFormatException e) {
            throw Refusals.invalidValue("ids", text);
        }
        if (ids.size() > MOST) {
            throw SegmentRefusals.tooMany("ids", MOST);
        }
        ids.forEach(segments::segment);
        return ids;
    }
}
