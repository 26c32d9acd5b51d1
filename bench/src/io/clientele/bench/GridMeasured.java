package io.clientele.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A kind of request of the list with its floor, round by round. */
final class GridMeasured {

    private final GridScenario scenario;
    private final List<Asked> asked;
    private final List<Window> requests = new ArrayList<>();
    private final List<Window> bare = new ArrayList<>();
    private final List<int[]> pacedRequests = new ArrayList<>();
    private final List<int[]> pacedBare = new ArrayList<>();

    GridMeasured(GridScenario scenario, List<Asked> asked) {
        this.scenario = scenario;
        this.asked = asked;
    }

    GridScenario scenario() {
        return scenario;
    }

    List<Asked> asked() {
        return asked;
    }

    /** Keeps a round of runs that each wait for the one before. */
    void keep(Window request, Window sql) {
        requests.add(request);
        bare.add(sql);
    }

    /** Keeps a round at the fixed rate. */
    void keep(int[] request, int[] sql) {
        pacedRequests.add(request);
        pacedBare.add(sql);
    }

    Window request() {
        return requests.stream().reduce(Window::and).orElseThrow();
    }

    Window sql() {
        return bare.stream().reduce(Window::and).orElseThrow();
    }

    /** The share of a request's CPU time that nothing could do without: the median of the rounds. */
    double efficiency(List<Window> empty) {
        double[] rounds = new double[requests.size()];
        for (int i = 0; i < rounds.length; i++) {
            rounds[i] =
                    (empty.get(i).cpu() + bare.get(i).cpu()) / requests.get(i).cpu();
        }
        Arrays.sort(rounds);
        return rounds[rounds.length / 2];
    }

    /** The p99 of a request and of its floor at the fixed rate, in milliseconds, in the round with the lowest of both. */
    double[] calmest() {
        double[] best = {Double.MAX_VALUE, 0};
        for (int i = 0; i < pacedRequests.size(); i++) {
            double request = p99(pacedRequests.get(i));
            double sql = p99(pacedBare.get(i));
            if (request + sql < best[0] + best[1]) {
                best = new double[] {request, sql};
            }
        }
        return best;
    }

    /** How many times the floor's p99 the request's is, in each round. */
    double[] ratios() {
        double[] ratios = new double[pacedRequests.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = p99(pacedRequests.get(i)) / p99(pacedBare.get(i));
        }
        return ratios;
    }

    private static double p99(int[] latencies) {
        return latencies[Math.min(latencies.length - 1, (int) (0.99 * latencies.length))] / 1_000.0;
    }
}
