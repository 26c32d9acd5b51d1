package io.clientele.activity;

import static io.clientele.activity.ActivityFixture.id;
import static io.clientele.activity.ActivityFixture.order;
import static io.clientele.activity.ActivityFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.AdminFixture;
import io.clientele.AuditFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Lines are stored as they come. */
@QuarkusTest
class FactStreamTest {

    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final int FIRST = 400;

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    @TestHTTPResource("/rest/V1/activity/orders")
    URI orders;

    @Test
    void orders_are_stored_while_the_rest_of_the_call_is_still_on_its_way() throws Exception {
        String mark = id("s").substring(0, 30);
        try (HttpClient client = HttpClient.newHttpClient();
                PipedInputStream body = new PipedInputStream(1 << 20)) {
            CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                    HttpRequest.newBuilder(orders)
                            .header("Authorization", "Bearer " + AdminFixture.token())
                            .header("Content-Type", "application/x-ndjson")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            try (OutputStream lines = new PipedOutputStream(body)) {
                for (int i = 0; i < FIRST; i++) {
                    send(lines, mark + i);
                }
                until("orders are stored", () -> stored(mark) > 0);
                assertThat(answer).isNotDone();
                send(lines, mark + "last");
            }
            assertThat(json.readTree(answer.get().body()).path("created").intValue())
                    .isEqualTo(FIRST + 1);
        }
        assertThat(stored(mark)).isEqualTo(FIRST + 1);
    }

    @Test
    void a_call_whose_client_goes_away_keeps_what_was_stored_and_tells_it_in_the_audit_log() throws Exception {
        String mark = id("s").substring(0, 30);
        String request = AuditFixture.requestId();
        try (Socket socket = new Socket(orders.getHost(), orders.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + orders.getPath() + " HTTP/1.1\r\nHost: shop\r\nContent-Length: 1000000000\r\n"
                            + "Content-Type: application/x-ndjson\r\nX-Request-Id: " + request + "\r\n"
                            + "Authorization: Bearer " + AdminFixture.token() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < FIRST; i++) {
                send(out, mark + i);
            }
            until("orders are stored", () -> stored(mark) > 0);
        }
        until("the call is told", () -> !AuditFixture.entries(request).isEmpty());
        Map<String, Object> entry = AuditFixture.entries(request).get(0);
        assertThat(entry)
                .containsEntry("action", "orders.reported")
                .containsEntry("outcome", "failure")
                .containsEntry("reason", "cut_short");
        assertThat(entry.toString()).contains("created=" + stored(mark));
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
        }
    }

    private void send(OutputStream lines, String id) throws Exception {
        String line = json.writeValueAsString(with(order(), "external_id", id)) + "\n";
        lines.write(line.getBytes(StandardCharsets.UTF_8));
        lines.flush();
    }

    private int stored(String mark) {
        return database.first(
                        SqlFragment.of("select count(*) from sales_order where external_id like ?", mark + "%"),
                        row -> row.getInt(1))
                .orElseThrow();
    }
}
