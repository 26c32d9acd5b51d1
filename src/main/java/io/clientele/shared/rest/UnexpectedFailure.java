package io.clientele.shared.rest;

import io.vertx.core.http.HttpClosedException;
import java.nio.channels.ClosedChannelException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Logs what nobody foresaw, once, under an id that the answer carries and nothing else. */
public final class UnexpectedFailure {

    private static final Logger LOG = Logger.getLogger(UnexpectedFailure.class);

    private static final int MOST_CAUSES = 20;

    private UnexpectedFailure() {}

    /**
     * Returns the report's id, {@code webapi-} and twelve hexadecimal digits. That a caller went away before its request
     * was read is no failure of ours, and nobody reads the answer.
     */
    public static String log(Throwable failure) {
        byte[] random = new byte[6];
        ThreadLocalRandom.current().nextBytes(random);
        String report = "webapi-" + HexFormat.of().formatHex(random);
        if (isAboutAClosedConnection(failure)) {
            LOG.debugf(failure, "The caller's connection was closed, report %s", report);
        } else {
            LOG.errorf(failure, "Unexpected failure, report %s", report);
        }
        return report;
    }

    private static boolean isAboutAClosedConnection(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof HttpClosedException || cause instanceof ClosedChannelException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
