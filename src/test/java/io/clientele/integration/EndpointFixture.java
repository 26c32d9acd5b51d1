package io.clientele.integration;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An integration's endpoint on this machine, which keeps what is posted to it. */
public final class EndpointFixture implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 15;

    private final HttpServer server;
    private final BlockingQueue<Map<String, String>> posted = new LinkedBlockingQueue<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

    /** @param statuses what it answers first; 200 afterwards */
    public EndpointFixture(int... statuses) {
        for (int status : statuses) {
            this.statuses.add(status);
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            posted.add(form(exchange.getRequestMethod() + "="
                    + exchange.getRequestHeaders().getFirst("Content-Type") + "&" + body));
            Integer status = this.statuses.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            exchange.close();
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/connect?shop=1";
    }

    /** What is posted next, within the contract's time; the method stands beside it with its content type. */
    public Map<String, String> next() throws InterruptedException {
        Map<String, String> next = posted.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was posted within " + PATIENCE_SECONDS + " s");
        }
        return next;
    }

    public boolean isIdle() {
        return posted.isEmpty();
    }

    static Map<String, String> form(String text) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
