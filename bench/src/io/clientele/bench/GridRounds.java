package io.clientele.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs every kind of request of the list beside its floor: as fast as a few connections can, for the CPU time, and at a
 * fixed rate, for the latencies.
 */
final class GridRounds implements AutoCloseable {

    static final int RATE = 50;
    private static final int PACED_WIDTH = 12;
    private static final int TOO_SLOW = 503;
    private static final List<byte[]> EMPTY = List.of(HttpConnection.request("/q/health/live", ""));

    private final Load load;
    private final OpenLoop paced = new OpenLoop(PACED_WIDTH);
    private final Service service;
    private final Database database;
    private final Duration closed;
    private final Duration open;
    private final List<HttpConnection> connections = new ArrayList<>();
    private final List<java.sql.Connection> bare = new ArrayList<>();
    private final List<Window> empty = new ArrayList<>();
    private final List<int[]> pacedEmpty = new ArrayList<>();
    private final List<GridMeasured> measured = new ArrayList<>();
    private final AtomicInteger cutOff = new AtomicInteger();

    GridRounds(Options options, Load load, Service service, Database database, Map<GridScenario, List<Asked>> asked)
            throws IOException, SQLException {
        this.load = load;
        this.service = service;
        this.database = database;
        this.closed = Duration.ofMillis(300L * options.seconds() / options.rounds());
        this.open = Duration.ofMillis(1_000L * options.seconds() / options.rounds());
        for (int i = 0; i < PACED_WIDTH; i++) {
            connections.add(new HttpConnection(service.port()));
            bare.add(database.connect());
        }
        asked.forEach((scenario, all) -> measured.add(new GridMeasured(scenario, all)));
    }

    List<Window> empty() {
        return empty;
    }

    List<int[]> pacedEmpty() {
        return pacedEmpty;
    }

    List<GridMeasured> measured() {
        return measured;
    }

    void warmUp(int seconds) throws Exception {
        Duration turn = Duration.ofMillis(300);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        do {
            for (GridMeasured each : measured) {
                requests(each.scenario().requests(), turn);
                sql(each, turn);
            }
        } while (System.nanoTime() < end);
    }

    void measure() throws Exception {
        empty.add(requests(EMPTY, closed));
        pacedEmpty.add(paced.run(open, RATE, workers(EMPTY, PACED_WIDTH)));
        for (GridMeasured each : measured) {
            each.keep(requests(each.scenario().requests(), closed), sql(each, closed));
            each.keep(
                    paced.run(open, RATE, workers(each.scenario().requests(), PACED_WIDTH)),
                    paced.run(open, RATE, replays(each, PACED_WIDTH)));
        }
    }

    private Window requests(List<byte[]> requests, Duration time) throws Exception {
        return load.run(time, workers(requests, load.width()), service::cpu);
    }

    private Window sql(GridMeasured each, Duration time) throws Exception {
        long self = ProcessHandle.current().pid();
        return load.run(time, replays(each, load.width()), () -> Cpu.of(self));
    }

    private List<Load.Worker> workers(List<byte[]> requests, int width) {
        return connections.subList(0, width).stream()
                .<Load.Worker>map(connection -> random -> send(connection, requests, random))
                .toList();
    }

    private List<Replay> replays(GridMeasured each, int width) {
        return bare.subList(0, width).stream()
                .map(connection -> new Replay(connection, each.asked()))
                .toList();
    }

    private void send(HttpConnection connection, List<byte[]> requests, SplittableRandom random) throws IOException {
        int status = connection.send(requests.get(random.nextInt(requests.size())));
        if (status == TOO_SLOW) {
            // Cut off at the service's limit: it has its latency, and the report tells.
            cutOff.incrementAndGet();
        } else if (status != 200) {
            throw new IOException("a request was answered with " + status + ": " + connection.body());
        }
    }

    /** How many requests the service has cut off at its limit in time. */
    int cutOff() {
        return cutOff.get();
    }

    @Override
    public void close() throws IOException, SQLException {
        paced.close();
        for (HttpConnection connection : connections) {
            connection.close();
        }
        for (java.sql.Connection connection : bare) {
            connection.close();
        }
    }
}
