package io.clientele.tax.vat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Plays the European Commission's service in the tests' process. What it says of a number is what the test that uses the
 * number wants; of all others it says that they are not registered.
 */
@ApplicationScoped
public class ViesServer {

    /** How the service feels about a number. */
    public enum Mood {
        VALID,
        INVALID,
        /** An answer of status 200 that says nothing of the number. */
        BUSY,
        /** It refuses the number as none that can be. */
        IMPOSSIBLE,
        BROKEN_JSON,
        WRONG_TYPE,
        DOWN,
        /** It answers when it is let go. */
        SLOW,
        /** The headers come, the rest when it is let go. */
        SLOW_BODY,
        HUGE,
        /** It points to a place where every number is valid. */
        ELSEWHERE
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final Map<String, Mood> moods = new ConcurrentHashMap<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private HttpServer server;

    ViesServer(@ConfigProperty(name = "clientele.vat.vies-url") URI address) {
        this.address = address;
    }

    void begin(@Observes StartupEvent event) throws IOException {
        start();
    }

    void end(@Observes ShutdownEvent event) {
        held.values().forEach(CountDownLatch::countDown);
        server.stop(0);
    }

    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", address.getPort()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(address.getPath() + "/check-vat-number", this::answer);
        server.createContext("/elsewhere", exchange -> send(exchange, 200, valid(JSON.createObjectNode(), true)));
        server.start();
    }

    /** What it says of the number from now on. */
    public void says(String digits, Mood mood) {
        moods.put(digits, mood);
        if (mood == Mood.SLOW || mood == Mood.SLOW_BODY) {
            held.put(digits, new CountDownLatch(1));
        } else {
            letGo(digits);
        }
    }

    /** Ends the waiting of those who asked about the number. */
    public void letGo(String digits) {
        CountDownLatch latch = held.remove(digits);
        if (latch != null) {
            latch.countDown();
        }
    }

    /** What was asked about the number, in order. */
    public List<JsonNode> asked(String digits) {
        return asked.stream()
                .filter(question -> question.path("vatNumber").asText().equals(digits))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody());
        String digits = question.path("vatNumber").asText();
        boolean right = exchange.getRequestMethod().equals("POST")
                && "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                && question.path("countryCode").asText().length() == 2;
        if (!right) {
            send(exchange, 400, error("INVALID_INPUT"));
            return;
        }
        asked.add(question);
        Mood mood = moods.getOrDefault(digits, Mood.INVALID);
        switch (mood) {
            case VALID -> send(exchange, 200, valid(question, true));
            case INVALID -> send(exchange, 200, valid(question, false));
            case BUSY -> send(exchange, 200, error("MS_MAX_CONCURRENT_REQ"));
            case IMPOSSIBLE -> send(exchange, 400, error("INVALID_INPUT"));
            case BROKEN_JSON -> send(exchange, 200, "{\"valid\": tr");
            case WRONG_TYPE -> send(exchange, 200, "{\"valid\": \"true\"}");
            case DOWN -> send(exchange, 503, "<html>Service Unavailable</html>");
            case SLOW -> {
                hold(digits);
                send(exchange, 200, valid(question, true));
            }
            case SLOW_BODY -> {
                byte[] bytes = valid(question, true).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().flush();
                hold(digits);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            }
            case HUGE -> send(exchange, 200, "{\"name\":\"" + "x".repeat(2_000_000) + "\",\"valid\":true}");
            case ELSEWHERE -> {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.sendResponseHeaders(307, -1);
                exchange.close();
            }
        }
    }

    private void hold(String digits) {
        CountDownLatch latch = held.get(digits);
        try {
            if (latch != null && !latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let go of " + digits);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String valid(JsonNode question, boolean valid) {
        boolean qualified = question.has("requesterNumber") && question.has("requesterMemberStateCode");
        return "{\"countryCode\":\"" + question.path("countryCode").asText() + "\",\"vatNumber\":\""
                + question.path("vatNumber").asText() + "\",\"requestDate\":\"2026-11-27T08:00:00.000Z\",\"valid\":"
                + valid + ",\"requestIdentifier\":\"" + (qualified ? "WAPIAAAA1234" : "")
                + "\",\"name\":\"---\",\"address\":\"---\"}";
    }

    private static String error(String code) {
        return "{\"actionSucceed\":false,\"errorWrappers\":[{\"error\":\"" + code + "\"}]}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
