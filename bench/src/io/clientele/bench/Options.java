package io.clientele.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param customers how many there are
 * @param attributes how many custom attributes are defined, of which nine of ten customers have all
 * @param seconds how long each kind of request is measured, in all rounds together
 * @param warmUp seconds of load before anything is measured
 * @param rounds how often request and floor are measured in turn
 * @param connections how many requests are under way at a time
 * @param sessions how many customers call
 * @param starts how often the service is started to see how long that takes
 * @param skus how many products have prices
 * @param rows how many customers are imported at a time
 * @param heap the most of the service's heap in MiB, or 0 for what it is started with otherwise
 * @param lanes how many halves of a part of a mass action are done at a time
 * @param suite what is measured: {@code basic}, {@code grid}, {@code prices}, {@code segments}, {@code events} or {@code transfer}
 * @param data a folder that keeps the filled database for another run, or null
 * @param only measures what has this in its name, or null for everything
 * @param profile whether to say where the service's time goes
 */
record Options(
        int customers,
        int attributes,
        int seconds,
        int warmUp,
        int rounds,
        int connections,
        int sessions,
        int starts,
        int skus,
        int rows,
        int heap,
        int lanes,
        String suite,
        @Nullable Path data,
        @Nullable String only,
        boolean profile) {

    static final int MOST_ATTRIBUTES = 20;

    static final String USAGE = """
            Usage: ./clientele bench [--customers 100000] [--attributes 20] [--seconds 15] [--warm-up 60] [--rounds 3] [--connections 4]
                                     [--sessions 10000] [--starts 11] [--data FOLDER] [--only PART-OF-A-NAME]
                                     [--suite basic|grid|prices|segments|events|transfer] [--skus 200000]
                                     [--rows 100000] [--heap MIB] [--lanes 2] [--profile]
                   ./clientele bench drain [ROUNDS]
                   ./clientele bench kills [TIMES]
                   ./clientele bench imports [TIMES]
                   ./clientele bench webhooks [TIMES [CHANGES]]
                   ./clientele bench kafka [TIMES]
                   ./clientele bench outage [SECONDS]
                   ./clientele bench repeat
                   ./clientele bench revocation [ROUNDS]
                   ./clientele bench timing [SAMPLES]
                   ./clientele bench guesses [TIMES]
                   ./clientele bench races
                   ./clientele bench fuzz [REQUESTS [DOCUMENTS]]""";

    /** @throws IllegalArgumentException for what it does not know */
    static Options of(List<String> words) {
        Options options = new Options(
                100_000, MOST_ATTRIBUTES, 15, 60, 3, 4, 10_000, 11, 200_000, 100_000, 0, 2, "basic", null, null, false);
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String name = rest.pop();
            if (name.equals("--profile")) {
                options = options.profiled();
            } else if (rest.isEmpty()) {
                throw new IllegalArgumentException(USAGE);
            } else {
                options = options.with(name, rest.pop());
            }
        }
        return options;
    }

    /** Whether the administrator's list is measured. */
    boolean isGrid() {
        return suite.equals("grid");
    }

    /** Whether prices are measured. */
    boolean isPrices() {
        return suite.equals("prices");
    }

    /** Whether segments are measured. */
    boolean isSegments() {
        return suite.equals("segments");
    }

    /** Whether events and webhooks are measured. */
    boolean isEvents() {
        return suite.equals(Events.NAME);
    }

    /** Whether imports, exports and actions on many customers are measured. */
    boolean isTransfer() {
        return suite.equals(TransferBench.NAME);
    }

    private Options profiled() {
        return new Options(
                customers,
                attributes,
                seconds,
                warmUp,
                rounds,
                connections,
                sessions,
                starts,
                skus,
                rows,
                heap,
                lanes,
                suite,
                data,
                only,
                true);
    }

    private Options with(String name, String value) {
        return new Options(
                name.equals("--customers") ? number(value) : customers,
                name.equals("--attributes") ? Math.min(MOST_ATTRIBUTES, number(value)) : attributes,
                name.equals("--seconds") ? number(value) : seconds,
                name.equals("--warm-up") ? number(value) : warmUp,
                name.equals("--rounds") ? number(value) : rounds,
                name.equals("--connections") ? number(value) : connections,
                name.equals("--sessions") ? number(value) : sessions,
                name.equals("--starts") ? number(value) : starts,
                name.equals("--skus") ? number(value) : skus,
                name.equals("--rows") ? number(value) : rows,
                name.equals("--heap") ? number(value) : heap,
                name.equals("--lanes") ? number(value) : lanes,
                name.equals("--suite") ? value : suite,
                name.equals("--data") ? Path.of(value) : data,
                name.equals("--only") ? value : only,
                known(name) && profile);
    }

    private static boolean known(String name) {
        if (!USAGE.contains("[" + name + " ")) {
            throw new IllegalArgumentException(USAGE);
        }
        return true;
    }

    private static int number(String value) {
        try {
            return Math.max(1, Integer.parseInt(value.replace("_", "")));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(USAGE, e);
        }
    }
}
