package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Condition.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads periods of time. */
final class PeriodReader {

    static final String PERIOD = "period";
    static final String LAST_DAYS = "last_days";
    static final String FROM_DAYS_AGO = "from_days_ago";
    static final String TO_DAYS_AGO = "to_days_ago";
    static final String FROM = "from";
    static final String TO = "to";

    private PeriodReader() {}

    /** @param sent null for all time */
    static Period period(@Nullable Sent sent) {
        if (sent == null) {
            return new Period.Always();
        }
        SentObject object = SentObject.of(sent);
        Period period;
        if (object.has(LAST_DAYS)) {
            period = new Period.LastDays(SentValue.whole(object.required(LAST_DAYS), 1, RuleLimits.DAYS));
        } else if (object.has(FROM_DAYS_AGO) || object.has(TO_DAYS_AGO)) {
            period = daysAgo(object);
        } else if (object.has(FROM) || object.has(TO)) {
            period = between(object);
        } else {
            throw RuleRefusals.wrongPeriod(object.place());
        }
        object.done(PERIOD);
        return period;
    }

    private static Period daysAgo(SentObject object) {
        int from = SentValue.whole(object.required(FROM_DAYS_AGO), 1, RuleLimits.DAYS);
        int to = SentValue.whole(object.required(TO_DAYS_AGO), 0, RuleLimits.DAYS);
        if (to >= from) {
            throw RuleRefusals.backwards(object.place(TO_DAYS_AGO));
        }
        return new Period.DaysAgo(from, to);
    }

    private static Period between(SentObject object) {
        LocalDate from = day(object.find(FROM));
        LocalDate to = day(object.find(TO));
        if (from != null && to != null && from.isAfter(to)) {
            throw RuleRefusals.backwards(object.place(TO));
        }
        return new Period.Between(from, to);
    }

    private static @Nullable LocalDate day(@Nullable Sent sent) {
        return sent == null ? null : SentValue.day(sent);
    }
}
