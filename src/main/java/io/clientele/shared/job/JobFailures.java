package io.clientele.shared.job;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.rest.RestRefusals;
import io.clientele.shared.rest.UnexpectedFailure;
import io.clientele.shared.sql.DatabaseFailure;
import java.sql.SQLException;
import java.util.Set;

/** Says what a failure makes of a part. */
final class JobFailures {

    private static final Set<RefusalKind> PASSING =
            Set.of(RefusalKind.UNAVAILABLE, RefusalKind.TOO_MANY, RefusalKind.CONFLICT);

    private JobFailures() {}

    /** Whether it is nobody's fault and the same may succeed a little later. */
    static boolean isPassing(Throwable failure) {
        Refusal refusal = Refusal.in(failure);
        if (refusal != null) {
            return PASSING.contains(refusal.kind());
        }
        SQLException sql = DatabaseFailure.in(failure);
        return sql != null && DatabaseFailure.isUnavailable(sql);
    }

    /** What people are told of it. */
    static Refusal refusal(Throwable failure) {
        Refusal refusal = Refusal.in(failure);
        if (refusal != null) {
            return refusal;
        }
        SQLException sql = DatabaseFailure.in(failure);
        if (sql != null && DatabaseFailure.isUnavailable(sql)) {
            return RestRefusals.unavailable();
        }
        return sql != null && DatabaseFailure.isBadData(sql)
                ? RestRefusals.invalidData()
                : JobRefusals.unforeseen(UnexpectedFailure.log(failure));
    }
}
