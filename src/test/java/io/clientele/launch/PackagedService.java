package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.TestDatabase;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, on a free port of loopback, with nothing of our environment. */
final class PackagedService implements AutoCloseable {

    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final Path OPTIONS =
            Path.of("src", "main", "jvm", "jvm.options").toAbsolutePath();
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> prefix = new ArrayList<>();
    private List<String> words = List.of("run");
    private final Path output;
    private final int port;
    private Process process;

    PackagedService(Map<String, String> given) throws IOException {
        port = given.containsKey("QUARKUS_HTTP_PORT") ? Integer.parseInt(given.get("QUARKUS_HTTP_PORT")) : freePort();
        output = Files.createTempFile(Files.createDirectories(Path.of("target", "service-logs")), "service", ".log");
        environment.put("PATH", System.getenv("PATH"));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("CLIENTELE_ADMIN_USERNAME", "root");
        environment.put("CLIENTELE_ADMIN_PASSWORD", "Only-4-tests!");
        environment.putAll(given);
    }

    /** With a PostgreSQL of its own in the folder. */
    static PackagedService withOwnDatabase(Path folder) throws IOException {
        return new PackagedService(Map.of("CLIENTELE_DATA", folder.toString()));
    }

    /** On the given PostgreSQL, with a separate owner. */
    static PackagedService on(EmbeddedServer server) throws IOException {
        return on(server, Map.of());
    }

    /** The same with more of an environment. */
    static PackagedService on(EmbeddedServer server, Map<String, String> more) throws IOException {
        Map<String, String> environment = new TreeMap<>(more);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", EmbeddedServer.SERVICE);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", server.servicePassword());
        environment.put("CLIENTELE_DATABASE_OWNER_USERNAME", EmbeddedServer.OWNER);
        environment.put("CLIENTELE_DATABASE_OWNER_PASSWORD", server.ownerPassword());
        return new PackagedService(environment);
    }

    /** Puts words before the command, such as a change of user. */
    PackagedService prefixed(String... words) {
        prefix.addAll(List.of(words));
        return this;
    }

    /** Carries out another command than to run. */
    PackagedService commanded(String... command) {
        words = List.of(command);
        return this;
    }

    PackagedService launch() throws IOException {
        return launch(QuickStart.options());
    }

    /** With other options for the virtual machine in place of what makes its start quick. */
    PackagedService launch(List<String> options) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        process = builder.start();
        return this;
    }

    /** Launches and waits until it is ready. */
    PackagedService start() throws Exception {
        launch();
        try {
            awaitReady(START_LIMIT);
        } catch (Exception | AssertionError e) {
            close();
            throw e;
        }
        return this;
    }

    void awaitReady(Duration limit) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        while (!isReady()) {
            assertThat(process.waitFor(50, TimeUnit.MILLISECONDS))
                    .as("ended early: %s", output())
                    .isFalse();
            assertThat(System.nanoTime()).as("not ready in time: %s", output()).isLessThan(end);
        }
    }

    boolean isReady() throws Exception {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    int awaitExit() throws Exception {
        return awaitExit(Duration.ofSeconds(60));
    }

    int awaitExit(Duration limit) throws Exception {
        assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
                .as("still running: %s", output())
                .isTrue();
        return process.exitValue();
    }

    /** SIGTERM, as a supervisor sends it. */
    void terminate() {
        process.destroy();
    }

    void kill() throws Exception {
        process.destroyForcibly().waitFor();
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpClient client() {
        return client;
    }

    int port() {
        return port;
    }

    /** Of the process that was launched last. */
    long pid() {
        return process.pid();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Ends the process and, if it had one, its PostgreSQL. */
    @Override
    public void close() throws IOException {
        if (process != null && process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        client.close();
    }

    /**
     * A port that is free, and below those that systems give out by themselves: one of these could be given to the service's own PostgreSQL, or to
     * any connection, before the service listens at it.
     */
    static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (BindException taken) {
                // Another one, then.
            }
        }
    }

    /** A folder for data that several starts can share, with the server's files unpacked already. */
    static Path dataFolder() throws IOException {
        Path folder = Files.createTempDirectory("clientele-data");
        Files.createDirectories(TestDatabase.BINARIES);
        Files.createSymbolicLink(folder.resolve("binaries"), TestDatabase.BINARIES);
        return folder;
    }
}
