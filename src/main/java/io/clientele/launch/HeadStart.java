package io.clientele.launch;

import io.clientele.shared.graphql.ServedSchema;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Application;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;

/**
 * What of the application needs no database, made while the database gets ready: the steps that Quarkus recorded as
 * static, and the GraphQL schema. Both are kept, so that Quarkus finds them done when it starts the rest.
 */
final class HeadStart {

    private final Thread thread = new Thread(this::run, "head-start");
    private final String command;
    private volatile @Nullable Throwable failure;

    private HeadStart(String command) {
        this.command = command;
    }

    static HeadStart begin(String command) {
        // As Quarkus does before the same steps.
        System.setProperty(
                "java.util.concurrent.ForkJoinPool.common.threadFactory",
                "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        // Two threads must not make the log manager between them: each could wait for what the other holds.
        var _ = LogManager.getLogManager();
        HeadStart started = new HeadStart(command);
        // A refused start ends the process and does not wait for this.
        started.thread.setDaemon(true);
        started.thread.start();
        return started;
    }

    private void run() {
        try {
            // The steps are the class's initialiser.
            Class.forName(
                    Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
            var _ = Arc.container().instance(ServedSchema.class).get();
        } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
            failure = e;
        }
    }

    /**
     * Waits until it is done.
     *
     * @throws StartRefusal when the application cannot start
     */
    void await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Throwable met = failure;
        if (met != null) {
            throw new StartRefusal(StartFailure.line(met, command));
        }
    }
}
