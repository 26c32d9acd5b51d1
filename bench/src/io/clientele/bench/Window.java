package io.clientele.bench;

import java.util.Arrays;

/**
 * What was measured while one thing ran for a few seconds.
 *
 * @param seconds how long it ran
 * @param latencies of each run in microseconds, ascending
 * @param programMs CPU time of the program: the service, or the loop of bare SQL
 * @param databaseMs CPU time of PostgreSQL
 */
record Window(double seconds, int[] latencies, double programMs, double databaseMs) {

    int count() {
        return latencies.length;
    }

    double perSecond() {
        return count() / seconds;
    }

    /** CPU time of the program for one run, in milliseconds. */
    double program() {
        return programMs / count();
    }

    /** CPU time of PostgreSQL for one run, in milliseconds. */
    double database() {
        return databaseMs / count();
    }

    double cpu() {
        return program() + database();
    }

    /** The latency that the given share of the runs kept below, in milliseconds. */
    double quantile(double share) {
        return latencies[Math.min(count() - 1, (int) (share * count()))] / 1_000.0;
    }

    /** Both windows as if they had been one. */
    Window and(Window other) {
        int[] all = Arrays.copyOf(latencies, count() + other.count());
        System.arraycopy(other.latencies, 0, all, count(), other.count());
        Arrays.sort(all);
        return new Window(seconds + other.seconds, all, programMs + other.programMs, databaseMs + other.databaseMs);
    }
}
