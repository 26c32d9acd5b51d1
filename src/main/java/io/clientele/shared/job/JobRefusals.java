package io.clientele.shared.job;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;

/** What jobs refuse. */
final class JobRefusals {

    private JobRefusals() {}

    static Refusal cannotBeCancelled() {
        return Refusal.of(RefusalKind.INPUT, "The job can't be cancelled.");
    }

    static Refusal callerGone() {
        return Refusal.of(RefusalKind.AUTHORIZATION, "Whoever started the job is no longer authorized.");
    }

    static Refusal unforeseen(String report) {
        return Refusal.of(RefusalKind.INPUT, "Internal Error. Details are available in the log. Report ID: %1")
                .at(report);
    }
}
