package io.clientele.event.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** A receiver of webhooks on loopback, which keeps all that it was sent, whatever it answered. */
public final class WebhookReceiver implements AutoCloseable {

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    /** For what piled up while nobody received. */
    private static final long LONG_PATIENCE_NANOS = 180_000_000_000L;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Received> received = new ArrayList<>();
    private final int port;
    private HttpServer server;
    private volatile ToIntFunction<Received> status = _ -> 204;

    /**
     * A message as it came.
     *
     * @param body byte for byte
     * @param event the same, read
     * @param answered the status that was answered
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Received(HttpHeaders headers, byte[] body, JsonNode event, int answered) {

        public String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }

        public String type() {
            return event.get("type").asText();
        }

        public String subject() {
            return event.path("subject").asText();
        }

        public long sequence() {
            return event.get("sequence").asLong();
        }

        public boolean isTaken() {
            return answered < 300;
        }

        public boolean isOf(long customerId) {
            return subject().equals("customers/" + customerId);
        }
    }

    public WebhookReceiver() throws IOException {
        this(0);
    }

    public WebhookReceiver(int port) throws IOException {
        server = listening(port);
        // A stopped server does not tell it any more.
        this.port = server.getAddress().getPort();
    }

    private HttpServer listening(int at) throws IOException {
        HttpServer begun = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 200);
        begun.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        begun.createContext("/", this::take);
        begun.start();
        return begun;
    }

    /** Drops all connections, whatever was going to be answered, and listens no more. */
    public void kill() {
        server.stop(0);
    }

    /** Listens again, at the same port, and still knows what it was sent before. */
    public void restart() throws IOException {
        server = listening(port);
    }

    /** Decides what is answered; below 0 nothing, and the connection is closed. */
    public void answers(ToIntFunction<Received> next) {
        status = next;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true);
            Received sent = new Received(headers, body, JSON.readTree(body), 0);
            int answer = status.applyAsInt(sent);
            if (answer >= 300 && answer < 400) {
                exchange.getResponseHeaders().add("Location", "/inside");
            }
            synchronized (received) {
                received.add(new Received(headers, body, sent.event(), answer < 0 ? 599 : answer));
                received.notifyAll();
            }
            if (answer >= 0) {
                exchange.sendResponseHeaders(answer, -1);
            }
        }
    }

    /** What has come so far. */
    public List<Received> received(Predicate<Received> which) {
        synchronized (received) {
            return received.stream().filter(which).toList();
        }
    }

    /** What came of that, once there are so many. */
    public List<Received> await(int count, Predicate<Received> which) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        synchronized (received) {
            while (true) {
                List<Received> found = received.stream().filter(which).toList();
                if (found.size() >= count) {
                    return found;
                }
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError("of " + count + " only " + found.size() + " came: " + found);
                }
                await();
            }
        }
    }

    /** Waits until each of the messages has come. */
    public void awaitIds(Set<String> ids) {
        long end = System.nanoTime() + LONG_PATIENCE_NANOS;
        synchronized (received) {
            while (true) {
                Set<String> missing = new HashSet<>(ids);
                received.forEach(each -> missing.remove(each.id()));
                if (missing.isEmpty()) {
                    return;
                }
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError(missing.size() + " of " + ids.size() + " never came");
                }
                await();
            }
        }
    }

    private void await() {
        try {
            received.wait(250);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A port that nobody listens at. */
    public static int freePort() {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
