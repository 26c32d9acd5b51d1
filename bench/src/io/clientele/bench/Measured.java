package io.clientele.bench;

import java.util.List;

/**
 * A kind of request with its floor.
 *
 * @param requests a window for each round
 * @param bare the bare SQL, a window for each round
 * @param statements what the service ran for one request
 */
record Measured(Scenario scenario, List<Window> requests, List<Window> bare, List<String> statements) {

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
        java.util.Arrays.sort(rounds);
        return rounds[rounds.length / 2];
    }
}
