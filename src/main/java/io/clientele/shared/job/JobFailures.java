package io.clientele.shared.job;

import io.clientele.shared.Refusal;
import io.clientele.shared.rest.RestRefusals;
import io.clientele.shared.rest.UnexpectedFailure;

/** Says what a failure makes of a part. */
final class JobFailures {

    private JobFailures() {}

    /** Whether it is nobody's fault and the same may succeed a little later. */
    static boolean isPassing(Throwable failure) {
        Refusal refusal = RestRefusals.in(failure);
        return refusal != null && refusal.kind().isPassing();
    }

    /** What people are told of it. */
    static Refusal refusal(Throwable failure) {
        Refusal refusal = RestRefusals.in(failure);
        return refusal == null ? JobRefusals.unforeseen(UnexpectedFailure.log(failure)) : refusal;
    }
}
