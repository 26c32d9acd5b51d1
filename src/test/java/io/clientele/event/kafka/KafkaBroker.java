package io.clientele.event.kafka;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** A broker of Kafka from its own artifacts, as a process of its own on loopback. What it has written survives a kill. */
public final class KafkaBroker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What belongs to us and not to the broker, and would have it log as the service does. */
    private static final String NOT_ITS_OWN =
            ".*(classes|/slf4j-jboss-logmanager|/jboss-logmanager|/quarkus-|/smallrye-|/log4j2-jboss-)[^/]*";

    private final Path folder;
    private final Path properties;
    private final int port;
    private Process process;

    /**
     * One that does not run yet, in the folder.
     *
     * @param partitions of each topic, which is made when it is first used
     */
    public KafkaBroker(Path folder, int port, int controllerPort, int partitions) throws Exception {
        this.folder = folder;
        this.port = port;
        properties = Files.createDirectories(folder).resolve("server.properties");
        Files.writeString(properties, """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                num.partitions=%4$d
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                log.cleaner.dedupe.buffer.size=4194304
                """.formatted(port, controllerPort, folder.resolve("log"), partitions));
        run("kafka.tools.StorageTool", "format", "-t", "Y2xpZW50ZWxlLXRlc3RzLQ", "-c", properties.toString())
                .waitFor();
    }

    public String servers() {
        return "127.0.0.1:" + port;
    }

    /** Starts it and waits until it answers. */
    public void start() throws Exception {
        process = run("kafka.Kafka", properties.toString());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new AssertionError("the broker does not answer: " + output());
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private Process run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.matches(NOT_ITS_OWN))
                        .collect(Collectors.joining(File.pathSeparator)),
                program));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()))
                .start();
    }

    private boolean answers() throws InterruptedException {
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers", servers(),
                "default.api.timeout.ms", "5000",
                "request.timeout.ms", "3000"));
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
