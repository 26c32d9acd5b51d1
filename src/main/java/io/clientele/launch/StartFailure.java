package io.clientele.launch;

import java.net.BindException;
import java.util.stream.Collectors;

/** Says in one line why the process ended early: what did not work for whom. */
final class StartFailure {

    private StartFailure() {}

    /**
     * The failure in one line.
     *
     * @param command the first word the process was started with
     */
    static String line(Throwable failure, String command) {
        boolean serving = Main.serves(command);
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
            // A command that does not serve listens nowhere: what it could not bind is not the service's port.
            if (serving && cause instanceof BindException) {
                return HttpPort.taken();
            }
        }
        return (serving ? "The service did not start: " : "\"" + command + "\" could not begin: ") + reason(cause);
    }

    /** What ended a command that had begun. */
    static String interrupted(String command, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "\"" + command + "\" ended early: " + reason(cause);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
