package io.clientele.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How long it takes from {@code ./clientele run} to the first 200 on a database that exists, with nothing stale.
 *
 * @param whole with the embedded PostgreSQL
 * @param service on a PostgreSQL that runs already: the virtual machine's share
 */
record Starts(Start whole, Start service) {

    /**
     * One start, or the median of some.
     *
     * @param seconds from the command to the first 200
     * @param cpu the processor time the service's own process took for it, in seconds, which other work on the machine
     *     disturbs less
     * @param least the seconds of the quickest of them
     */
    record Start(double seconds, double cpu, double least) {

        static final Start NONE = new Start(0, 0, 0);
    }

    /** The median of some starts. */
    static Start median(int times, Path root, Path log, Map<String, String> environment) throws Exception {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            try (Service service = Service.start(root, log, environment)) {
                starts.add(new Start(service.startSeconds(), service.startCpu(), service.startSeconds()));
            }
        }
        return new Start(
                median(starts, Start::seconds),
                median(starts, Start::cpu),
                starts.stream().mapToDouble(Start::seconds).min().orElseThrow());
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        return starts.stream().mapToDouble(figure).sorted().toArray()[starts.size() / 2];
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "From the command to the first 200 on this database: %.2f s with the embedded PostgreSQL (goal: under 4;"
                        + " the quickest %.2f s, %.2f s of processor time), %.2f s on one that runs, which is the service's"
                        + " share (goal: under 2; the quickest %.2f s, %.2f s of processor time)",
                whole.seconds(),
                whole.least(),
                whole.cpu(),
                service.seconds(),
                service.least(),
                service.cpu());
    }
}
