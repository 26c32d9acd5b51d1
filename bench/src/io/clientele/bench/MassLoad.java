package io.clientele.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** An action on many customers at a time and its undoing, and how long reads take beside them. */
final class MassLoad {

    static final int MOST = 100_000;
    private static final int RATE = 50;
    private static final int WIDTH = 4;
    private static final Duration SLICE = Duration.ofSeconds(1);

    private final Database database;
    private final Service service;
    private final JobApi jobs;
    private final List<Subjects.Subject> readers;
    private final int customers;

    /**
     * An action.
     *
     * @param beside latencies of reads in whole seconds beside it, in microseconds, ascending
     */
    record Turn(String name, long customers, Watched<JobApi.Ended> done, int[] beside) {}

    MassLoad(Database database, Service service, JobApi jobs, List<Subjects.Subject> readers, int customers) {
        this.database = database;
        this.service = service;
        this.jobs = jobs;
        this.readers = readers;
        this.customers = Math.min(MOST, customers);
    }

    /** Seconds of a bare update of as many customers by the service's role, in one transaction that is taken back. */
    double bare(int group) throws SQLException {
        try (Connection bare = database.connect();
                Statement statement = bare.createStatement()) {
            bare.setAutoCommit(false);
            long began = System.nanoTime();
            statement.executeUpdate("update customer set group_id = " + group
                    + ", updated_at = updated_at + interval '1 second' where id <= " + customers);
            double seconds = (System.nanoTime() - began) / 1e9;
            bare.rollback();
            // What it left behind would be in the way of what is measured next.
            database.run("vacuum customer");
            return seconds;
        }
    }

    /** Latencies of reads while nothing else is done, in microseconds, ascending. */
    int[] calm(int seconds) throws Exception {
        return reads(Duration.ofSeconds(seconds));
    }

    /** @param group whom it puts them into */
    List<Turn> round(int group) throws Exception {
        List<Turn> turns = new ArrayList<>();
        String body = "{\"action\":{\"name\":\"group\",\"params\":{\"group_id\":" + group
                + "},\"search_criteria\":{\"filter_groups\":[{\"filters\":[{\"field\":\"id\",\"value\":\"" + customers
                + "\",\"condition_type\":\"lteq\"}]}]}}}";
        long job = turn(turns, "group of " + customers, "/rest/V1/customers/massActions", body);
        turn(turns, "its undoing", "/rest/V1/customers/massActions/" + job + "/undo", "{}");
        return turns;
    }

    private long turn(List<Turn> turns, String name, String path, String body) throws Exception {
        long[] job = new long[1];
        CompletableFuture<int[]> beside = new CompletableFuture<>();
        Watched<JobApi.Ended> done = Watched.of(service, database, () -> {
            job[0] = jobs.post(path, body).path("job_id").asLong();
            Thread.ofPlatform().start(() -> {
                try {
                    beside.complete(readsBeside(job[0]));
                } catch (Exception e) {
                    beside.completeExceptionally(e);
                }
            });
            return jobs.await(job[0]);
        });
        turns.add(new Turn(name, done.result().done(), done, beside.get()));
        return job[0];
    }

    private int[] readsBeside(long job) throws Exception {
        int[] all = new int[0];
        int[] slice = reads(SLICE);
        while (!jobs.isOver(job)) {
            int[] more = Arrays.copyOf(all, all.length + slice.length);
            System.arraycopy(slice, 0, more, all.length, slice.length);
            all = more;
            slice = reads(SLICE);
        }
        Arrays.sort(all);
        return all;
    }

    private int[] reads(Duration time) throws Exception {
        List<byte[]> requests = readers.stream()
                .map(reader ->
                        HttpConnection.request("/rest/V1/customers/me", "", "Authorization: Bearer " + reader.token()))
                .toList();
        List<HttpConnection> connections = new ArrayList<>();
        try (OpenLoop paced = new OpenLoop(WIDTH)) {
            List<Load.Worker> workers = new ArrayList<>();
            for (int i = 0; i < WIDTH; i++) {
                HttpConnection connection = new HttpConnection(service.port());
                connections.add(connection);
                workers.add(
                        random -> Callers.require(connection, requests.get(random.nextInt(requests.size())), Set.of()));
            }
            return paced.run(time, RATE, workers);
        } finally {
            for (HttpConnection connection : connections) {
                connection.close();
            }
        }
    }
}
