package io.clientele.sample;

/** What was to be loaded cannot be, for a reason that one line tells. */
final class LoadFailure extends RuntimeException {

    LoadFailure(String line) {
        super(line, null, false, false);
    }

    LoadFailure(String line, Throwable cause) {
        super(line + ": " + reason(cause), cause, false, false);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
