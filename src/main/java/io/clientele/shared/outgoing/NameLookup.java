package io.clientele.shared.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds the addresses of names within a limit, which the system's own lookup does not know. It goes on after the limit, so
 * there are few at a time and one for each name; these threads are not virtual ones, which it would hold up all together.
 */
final class NameLookup {

    private static final int MOST_AT_A_TIME = 16;
    private static final long IDLE_SECONDS = 30;

    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            MOST_AT_A_TIME,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("name-lookup-", 0).factory());
    private final ConcurrentMap<String, CompletableFuture<List<InetAddress>>> running = new ConcurrentHashMap<>();
    private final Resolver resolver;

    /** Knows the addresses of names. */
    @FunctionalInterface
    interface Resolver {

        InetAddress[] find(String name) throws UnknownHostException;
    }

    NameLookup(Resolver resolver) {
        this.resolver = resolver;
    }

    /** @throws OutgoingFailed when the name has no address, or none is found in time */
    List<InetAddress> find(String name, long nanos) {
        try {
            return lookup(name).get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new OutgoingFailed("The name \"" + name + "\" has no address.", e);
        } catch (TimeoutException e) {
            throw new OutgoingFailed("The address of \"" + name + "\" was not found in time.", e);
        } catch (RejectedExecutionException e) {
            throw new OutgoingFailed("Too many names are being looked up already.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutgoingFailed("The service is stopping.", e);
        }
    }

    private CompletableFuture<List<InetAddress>> lookup(String name) {
        CompletableFuture<List<InetAddress>> own = new CompletableFuture<>();
        CompletableFuture<List<InetAddress>> other = running.putIfAbsent(name, own);
        if (other != null) {
            return other;
        }
        try {
            threads.execute(() -> {
                try {
                    own.complete(List.of(resolver.find(name)));
                } catch (UnknownHostException | RuntimeException e) {
                    own.completeExceptionally(e);
                } finally {
                    running.remove(name, own);
                }
            });
        } catch (RejectedExecutionException e) {
            running.remove(name, own);
            own.completeExceptionally(e);
            throw e;
        }
        return own;
    }
}
