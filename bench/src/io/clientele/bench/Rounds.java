package io.clientele.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;

/** Runs every kind of request and its floor in turn, so that what else the machine does meets all of them alike. */
final class Rounds implements AutoCloseable {

    private static final List<Scenario.Call> EMPTY =
            List.of(new Scenario.Call(HttpConnection.request("/q/health/live", ""), ""));
    private static final List<Scenario.Call> REST_EMPTY =
            List.of(new Scenario.Call(HttpConnection.request("/rest/V1/directory/currency", ""), ""));

    private static final int UNAVAILABLE = 503;

    private final Options options;
    private final Load load;
    private final Service service;
    private final List<HttpConnection> connections = new ArrayList<>();
    private final List<BareSql> loops = new ArrayList<>();
    private final Map<Scenario, List<String>> statements;
    private final Map<Scenario, List<BareSql>> bare = new LinkedHashMap<>();
    private final List<Window> empty = new ArrayList<>();
    private final List<Window> restEmpty = new ArrayList<>();
    private final List<Measured> measured = new ArrayList<>();
    private final LongAdder cutOff = new LongAdder();
    private volatile boolean warming = true;

    Rounds(Options options, Load load, Service service, Database database, Map<Scenario, List<String>> statements)
            throws IOException, SQLException {
        this.options = options;
        this.load = load;
        this.service = service;
        this.statements = statements;
        for (int i = 0; i < load.width(); i++) {
            connections.add(new HttpConnection(service.port()));
        }
        for (Scenario scenario : statements.keySet()) {
            List<BareSql> workers = new ArrayList<>();
            for (int i = 0; i < load.width(); i++) {
                workers.add(new BareSql(database.connect(), statements.get(scenario), scenario.calls()));
            }
            loops.addAll(workers);
            bare.put(scenario, workers);
            measured.add(new Measured(scenario, new ArrayList<>(), new ArrayList<>(), statements.get(scenario)));
        }
    }

    List<Window> empty() {
        return empty;
    }

    List<Window> restEmpty() {
        return restEmpty;
    }

    List<Measured> measured() {
        return measured;
    }

    /** Lets everybody call once, for the first call of a session costs more; then runs everything in short turns. */
    void warmUp() throws Exception {
        for (Scenario scenario : statements.keySet()) {
            for (Scenario.Call call : scenario.calls()) {
                send(connections.get(0), call);
            }
        }
        Duration turn = Duration.ofMillis(500);
        long end = System.nanoTime() + Duration.ofSeconds(options.warmUp()).toNanos();
        do {
            requests(EMPTY, turn);
            requests(REST_EMPTY, turn);
            for (Scenario scenario : statements.keySet()) {
                requests(scenario.calls(), turn.multipliedBy(2));
                sql(scenario, turn);
            }
        } while (System.nanoTime() < end);
        warming = false;
        if (cutOff.sum() > 0) {
            System.out.println("bench: " + cutOff.sum() + " requests of the warm-up were cut off");
        }
    }

    /** One round: every kind of request beside its floor. */
    void measure() throws Exception {
        Duration time = Duration.ofMillis(1_000L * options.seconds() / options.rounds());
        empty.add(requests(EMPTY, time));
        restEmpty.add(requests(REST_EMPTY, time));
        for (Measured each : measured) {
            each.requests().add(requests(each.scenario().calls(), time));
            each.bare().add(sql(each.scenario(), time));
        }
    }

    private Window requests(List<Scenario.Call> calls, Duration time) throws Exception {
        return load.run(
                time,
                connections.stream()
                        .<Load.Worker>map(connection -> random -> send(connection, calls, random))
                        .toList(),
                service::cpu);
    }

    private void send(HttpConnection connection, List<Scenario.Call> calls, SplittableRandom random)
            throws IOException {
        send(connection, calls.get(random.nextInt(calls.size())));
    }

    private void send(HttpConnection connection, Scenario.Call call) throws IOException {
        int status = connection.send(call.request());
        if (status == UNAVAILABLE && warming) {
            // Nothing of the database is in memory yet: a statement may reach its limit.
            cutOff.increment();
        } else if (status != 200) {
            throw new IOException("a request was answered with " + status + ": " + connection.body());
        }
    }

    private Window sql(Scenario scenario, Duration time) throws Exception {
        long self = ProcessHandle.current().pid();
        return load.run(time, bare.get(scenario), () -> Cpu.of(self));
    }

    @Override
    public void close() throws IOException, SQLException {
        for (HttpConnection connection : connections) {
            connection.close();
        }
        for (BareSql loop : loops) {
            loop.close();
        }
    }
}
