package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Several services on one PostgreSQL of their own. */
final class Instances implements AutoCloseable {

    private final Path folder;
    private final EmbeddedServer server;
    private final Map<String, String> environment;
    private final List<PackagedService> services = new ArrayList<>();

    private Instances(Path folder, EmbeddedServer server, Map<String, String> environment) {
        this.folder = folder;
        this.server = server;
        this.environment = environment;
    }

    /** @param environment of each of them */
    static Instances start(int count, Map<String, String> environment) throws Exception {
        Path folder = Files.createTempDirectory("clientele-instances");
        Instances started = new Instances(
                folder, EmbeddedServer.start(folder, TestDatabase.BINARIES, Durability.FAST, Map.of()), environment);
        try {
            for (int i = 0; i < count; i++) {
                started.another().start();
            }
        } catch (Exception | AssertionError e) {
            started.close();
            throw e;
        }
        return started;
    }

    /** One more, which is not started. */
    PackagedService another() throws IOException {
        PackagedService service = PackagedService.on(server, environment);
        services.add(service);
        return service;
    }

    PackagedService get(int number) {
        return services.get(number);
    }

    List<PackagedService> all() {
        return services;
    }

    EmbeddedServer server() {
        return server;
    }

    /** For files of the test; it goes with the instances. */
    Path folder() {
        return folder;
    }

    ServerQueries queries() {
        return new ServerQueries(server);
    }

    /** Ends all of them as a supervisor does, and starts them again. */
    void restart() throws Exception {
        for (PackagedService each : services) {
            each.terminate();
            assertThat(each.awaitExit()).isZero();
        }
        for (PackagedService each : services) {
            each.start();
        }
    }

    @Override
    public void close() throws IOException {
        for (PackagedService each : services) {
            each.close();
        }
        server.close();
        TestDatabase.delete(folder);
    }
}
