package io.clientele.segment;

import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Counts who is in segments: over time, in several at once, and in all. */
@ApplicationScoped
public class SegmentReportService {

    private static final int MOST_DAYS = 366;
    private static final int MOST_SEGMENTS = 50;

    private final SegmentService segments;
    private final SegmentReportRepository numbers;
    private final Clock clock;

    @Inject
    SegmentReportService(SegmentService segments, SegmentReportRepository numbers, Clock clock) {
        this.segments = segments;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * The last days of the segment up to today, the oldest first.
     *
     * @param days from 1 to 366
     */
    public List<SegmentHistory> history(long id, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Refusals.invalidValue("days", days);
        }
        segments.segment(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return numbers.history(id, today.minusDays(days - 1L), today);
    }

    /**
     * How many customers are in each two of the segments. Pairs that have none in common are left out.
     *
     * @param ids 2 to 50 ids, separated by commas
     */
    public List<SegmentOverlap> overlap(String ids) {
        Set<Long> read = ids(ids);
        if (read.size() < 2) {
            throw Refusals.invalidValue("ids", ids);
        }
        return numbers.overlap(read);
    }

    /** @param ids 1 to 50 ids, separated by commas */
    public SegmentReport report(String ids) {
        Set<Long> read = ids(ids);
        return new SegmentReport(read.stream().map(segments::segment).toList(), numbers.distinct(read));
    }

    private Set<Long> ids(String text) {
        Set<Long> ids = new TreeSet<>();
        try {
            Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(Long::valueOf)
                    .forEach(ids::add);
        } catch (NumberFormatException e) {
            throw Refusals.invalidValue("ids", text);
        }
        if (ids.size() > MOST_SEGMENTS) {
            throw SegmentRefusals.tooMany("ids", MOST_SEGMENTS);
        }
        ids.forEach(segments::segment);
        return ids;
    }
}
