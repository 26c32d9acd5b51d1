package io.clientele.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Takes every message at once, and notes how long after the event it came. */
final class EventReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Integer> delays = new ConcurrentHashMap<>();
    private final AtomicLong doubles = new AtomicLong();

    EventReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Instant now = Instant.now();
            JsonNode event = JSON.readTree(exchange.getRequestBody().readAllBytes());
            int delay = (int) Duration.between(Instant.parse(event.get("time").asText()), now)
                    .toMillis();
            if (delays.putIfAbsent(event.get("id").asText(), delay) != null) {
                doubles.incrementAndGet();
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How many different events have come. */
    long count() {
        return delays.size();
    }

    /** How many came again. */
    long doubles() {
        return doubles.get();
    }

    /** Milliseconds from each event to its coming, ascending. */
    int[] delays() {
        return delays.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    void forget() {
        delays.clear();
        doubles.set(0);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
