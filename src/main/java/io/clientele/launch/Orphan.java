package io.clientele.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL that outlived the service that started it. Called with the data folder locked, so nobody else can be
 * the server's owner.
 */
final class Orphan {

    private static final List<String> SIGNALS = List.of("INT", "QUIT", "KILL");
    private static final int SECONDS_EACH = 10;

    private Orphan() {}

    /**
     * Stops the server of the cluster if one runs: politely, then as after a crash, then by force.
     *
     * @return whether there was one
     * @throws StartRefusal when it cannot be told whose process it is, or it does not end
     */
    static boolean stop(Path cluster) throws IOException {
        Path file = file(cluster);
        if (!Files.exists(file)) {
            return false;
        }
        Optional<ProcessHandle> process = find(cluster);
        if (process.isEmpty() || !isServerOf(process.get(), cluster)) {
            // PostgreSQL would take any living process with that number for a server and refuse to start.
            Files.delete(file);
            return false;
        }
        for (String signal : SIGNALS) {
            send(signal, process.get());
            if (ended(process.get())) {
                return true;
            }
        }
        throw new StartRefusal(
                "The PostgreSQL of " + cluster + " (process " + process.get().pid() + ") does not end");
    }

    /** The process that the cluster names as its server, if it lives. Its number may have gone to another since. */
    static Optional<ProcessHandle> find(Path cluster) throws IOException {
        Path file = file(cluster);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static boolean isServerOf(ProcessHandle process, Path cluster) throws IOException {
        String command = commandLine(process)
                .orElseThrow(() -> new StartRefusal("Process " + process.pid() + " may be the PostgreSQL of " + cluster
                        + " and belongs to another user; stop it first."));
        return command.contains("postgres") && List.of(command.split("\0")).contains(cluster.toString());
    }

    /** The arguments with NUL between them; empty text for a process that has ended and waits to be collected. */
    private static Optional<String> commandLine(ProcessHandle process) throws IOException {
        Path proc = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        if (Files.isReadable(proc)) {
            return Optional.of(Files.readString(proc, StandardCharsets.ISO_8859_1));
        }
        ProcessHandle.Info info = process.info();
        return info.command()
                .map(command ->
                        command + "\0" + String.join("\0", info.arguments().orElse(new String[0])));
    }

    private static void send(String signal, ProcessHandle process) throws IOException {
        String pid = Long.toString(process.pid());
        // A stopped process would keep the signal until it goes on.
        for (String each : List.of(signal, "CONT")) {
            new ProcessBuilder("kill", "-" + each, pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    /** Waits for the end of the process; false when it does not come in time. */
    static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(SECONDS_EACH, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
