package io.clientele.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as people start it, with {@code ./clientele run}, in a process of its own. */
final class Service implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final int MOST_TRIES = 3;
    private static final byte[] READY = HttpConnection.request("/q/health/ready", "");

    private final Process process;
    private final int port;
    private final Path log;
    private final double startSeconds;
    private final double startCpu;

    private Service(Process process, int port, Path log, double startSeconds, double startCpu) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.startSeconds = startSeconds;
        this.startCpu = startCpu;
    }

    /** Starts it and waits for its first 200. What it says is in the log until the next start. */
    static Service start(Path root, Path log, Map<String, String> environment) throws Exception {
        for (int tries = 1; ; tries++) {
            try {
                return startOnce(root, log, environment);
            } catch (IOException e) {
                // Somebody's connection may begin at the port that was free a moment before.
                if (tries == MOST_TRIES || !e.getMessage().contains(" is taken.")) {
                    throw e;
                }
            }
        }
    }

    private static Service startOnce(Path root, Path log, Map<String, String> environment) throws Exception {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(root.resolve("clientele").toString(), "run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("CLIENTELE_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_SHUTDOWN_DELAY", "0s");
        builder.environment().put("CLIENTELE_ADMIN_USERNAME", "bench");
        builder.environment().put("CLIENTELE_ADMIN_PASSWORD", "Only-4-the-bench");
        long began = System.nanoTime();
        Process process = builder.start();
        while (!isReady(port)) {
            if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
                throw new IOException("the service ended early: " + Files.readString(log));
            }
            if (System.nanoTime() - began > START_LIMIT.toNanos()) {
                process.destroyForcibly();
                throw new IOException("the service did not start in time: " + Files.readString(log));
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Service(process, port, log, seconds, Cpu.of(process.pid()) / 1_000);
    }

    private static boolean isReady(int port) {
        try (HttpConnection connection = new HttpConnection(port)) {
            return connection.send(READY) == 200;
        } catch (IOException e) {
            // Not listening yet.
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** From the command to the first 200. */
    double startSeconds() {
        return startSeconds;
    }

    /** The processor time it took for that, in seconds. */
    double startCpu() {
        return startCpu;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    double cpu() {
        return Cpu.of(process.pid());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the service did not stop: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
