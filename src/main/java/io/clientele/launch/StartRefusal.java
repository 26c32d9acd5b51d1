package io.clientele.launch;

/** The service cannot start, for a reason that one line tells; it is shown without a stack trace and the exit code is 1. */
final class StartRefusal extends RuntimeException {

    StartRefusal(String line) {
        super(line, null, false, false);
    }

    StartRefusal(String line, Throwable cause) {
        super(line + ": " + firstLine(cause), cause, false, false);
    }

    private static String firstLine(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse(cause.getClass().getSimpleName());
    }
}
