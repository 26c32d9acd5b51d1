package io.clientele.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * How long it takes from {@code ./clientele run} to the first 200 on a database that exists, with nothing stale.
 *
 * @param whole with the embedded PostgreSQL, in seconds
 * @param service on a PostgreSQL that runs already: the virtual machine's share
 */
record Starts(double whole, double service) {

    private static final int TIMES = 5;

    /** The medians of a few starts each; the database must be stopped for the first and run for the second. */
    static double ofAll(Path root, Path log, Map<String, String> environment) throws Exception {
        double[] seconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            try (Service service = Service.start(root, log, environment)) {
                seconds[i] = service.startSeconds();
            }
        }
        Arrays.sort(seconds);
        return seconds[TIMES / 2];
    }
}
