package io.clientele.launch;

import java.net.BindException;
import java.util.stream.Collectors;

/** Says in one line why the application did not start. */
final class StartFailure {

    private StartFailure() {}

    static String line(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
            if (cause instanceof BindException) {
                return HttpPort.taken();
            }
        }
        return "The service did not start: "
                + String.valueOf(cause.getMessage()).lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
