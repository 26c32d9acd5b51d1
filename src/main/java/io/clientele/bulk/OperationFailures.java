package io.clientele.bulk;

import io.clientele.shared.Refusal;
import io.clientele.shared.RestStatus;
import io.clientele.shared.rest.RestRefusals;
import io.clientele.shared.rest.UnexpectedFailure;
import java.time.Duration;
import java.util.regex.Pattern;

/** Says what a failure makes of an operation. */
final class OperationFailures {

    /** With pauses from one second on, doubled each time, about a quarter of an hour. */
    private static final int MOST_TRIES = 10;

    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+");
    private static final int INTERNAL = 500;

    private OperationFailures() {}

    /** Refusals are what the request would have been answered; what is nobody's fault is worth another try. */
    static Outcome of(Waiting operation, Throwable failure) {
        Refusal refusal = RestRefusals.in(failure);
        if (refusal != null) {
            return outcome(operation, refusal);
        }
        return new Outcome(
                operation,
                OperationStatus.FAILED,
                "Internal Error. Details are available in Magento log file. Report ID: "
                        + UnexpectedFailure.log(failure),
                INTERNAL,
                null,
                null);
    }

    /** Whether another try is worth the while. */
    static boolean isTriedAgain(Outcome failure) {
        return failure.status() == OperationStatus.FAILED_RETRIABLY
                && failure.operation().tries() + 1 < MOST_TRIES;
    }

    /** How long to wait after the failure. */
    static Duration pause(Outcome failure) {
        return Duration.ofSeconds(1L << failure.operation().tries());
    }

    private static Outcome outcome(Waiting operation, Refusal refusal) {
        return new Outcome(
                operation,
                refusal.kind().isPassing() ? OperationStatus.FAILED_RETRIABLY : OperationStatus.FAILED,
                message(refusal),
                RestStatus.of(refusal.kind()),
                null,
                null);
    }

    /** Without e-mail addresses: it outlives the person's data. */
    private static String message(Refusal refusal) {
        StringBuilder text = new StringBuilder(refusal.rendered());
        refusal.errors().forEach(each -> text.append(' ').append(each.rendered()));
        return EMAIL.matcher(text).replaceAll("…").replace('\0', ' ');
    }
}
