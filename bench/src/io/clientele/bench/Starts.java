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

    /** The median of some starts. */
    static double median(int times, Path root, Path log, Map<String, String> environment) throws Exception {
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            try (Service service = Service.start(root, log, environment)) {
                seconds[i] = service.startSeconds();
            }
        }
        Arrays.sort(seconds);
        return seconds[times / 2];
    }
}
