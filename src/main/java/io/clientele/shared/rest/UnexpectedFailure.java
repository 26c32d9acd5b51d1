package io.clientele.shared.rest;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Logs what nobody foresaw, once, under an id that the answer carries and nothing else. */
public final class UnexpectedFailure {

    private static final Logger LOG = Logger.getLogger(UnexpectedFailure.class);

    private UnexpectedFailure() {}

    /** Returns the report's id, {@code webapi-} and twelve hexadecimal digits. */
    public static String log(Throwable failure) {
        byte[] random = new byte[6];
        ThreadLocalRandom.current().nextBytes(random);
        String report = "webapi-" + HexFormat.of().formatHex(random);
        LOG.errorf(failure, "Unexpected failure, report %s", report);
        return report;
    }
}
