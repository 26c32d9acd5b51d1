package io.clientele.launch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The end of the process: first the application, then its database, then the exit code. A stop that was asked for
 * (Ctrl-C, SIGTERM) is a success and exits with 0, where the virtual machine's own answer would be 130 or 143.
 */
final class Shutdown {

    /** Longer than the application takes to finish its requests. */
    private static final long LIMIT_SECONDS = 60;

    private final CountDownLatch applicationStopped = new CountDownLatch(1);
    private final AtomicBoolean exiting = new AtomicBoolean();
    private final String command;
    private volatile @Nullable EmbeddedServer server;

    /**
     * @param command the first word the process was started with
     */
    Shutdown(String command) {
        this.command = command;
        Runtime.getRuntime().addShutdownHook(new Thread(this::signalled, "clientele-shutdown"));
    }

    /** The server to stop when the application has stopped. */
    void stopLast(EmbeddedServer started) {
        server = started;
    }

    /** What Quarkus calls when the application has ended, failed to start, or was told to stop. */
    void applicationStopped(int code, @Nullable Throwable failure) {
        if (failure != null) {
            System.err.println("clientele: " + StartFailure.line(failure, command));
        }
        applicationStopped.countDown();
        if (!stoppingBySignal()) {
            exit(failure != null && code == 0 ? 1 : code);
        }
    }

    void exit(int code) {
        exiting.set(true);
        stopServer();
        System.exit(code);
    }

    private boolean stoppingBySignal() {
        try {
            Thread probe = new Thread(() -> {});
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private void signalled() {
        if (exiting.get()) {
            return;
        }
        try {
            if (!applicationStopped.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("clientele: the service did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopServer();
        Runtime.getRuntime().halt(0);
    }

    private void stopServer() {
        EmbeddedServer running = server;
        if (running == null) {
            return;
        }
        try {
            running.close();
        } catch (StartRefusal e) {
            System.err.println("clientele: " + e.getMessage());
        }
    }
}
