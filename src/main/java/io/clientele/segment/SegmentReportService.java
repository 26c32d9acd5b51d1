package io.clientele.segment;

import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts who is in segments: over time, in several at once, and in all. */
@ApplicationScoped
public class SegmentReportService {

    private static final int MOST_DAYS = 366;

    private final SegmentService segments;
    private final SegmentIds chosen;
    private final SegmentReportRepository numbers;
    private final Clock clock;

    @Inject
    SegmentReportService(SegmentService segments, SegmentIds chosen, SegmentReportRepository numbers, Clock clock) {
        this.segments = segments;
        this.chosen = chosen;
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
    public List<SegmentOverlap> overlap(@Nullable String ids) {
        Set<Long> read = chosen.of(ids);
        if (read.size() < 2) {
            throw Refusals.invalidValue("ids", String.valueOf(ids));
        }
        return numbers.overlap(read);
    }

    /** @param ids 1 to 50 ids, separated by commas */
    public SegmentReport report(@Nullable String ids) {
        Set<Long> read = chosen.of(ids);
        return new SegmentReport(read.stream().map(segments::segment).toList(), numbers.distinct(read));
    }
}
