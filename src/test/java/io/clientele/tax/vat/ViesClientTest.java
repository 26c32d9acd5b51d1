package io.clientele.tax.vat;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.shared.outgoing.OutgoingFixture;
import io.clientele.tax.vat.ViesServer.Mood;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViesClientTest {

    private static final VatNumber NUMBER = new VatNumber("DE", "136695976");
    private static final VatNumber SHOP = new VatNumber("AT", "U13585627");
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

    private final Vertx vertx = Vertx.vertx();
    private ViesServer server;
    private ViesClient client;

    @BeforeEach
    void start() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        URI address = URI.create("http://127.0.0.1:" + port + "/api");
        server = new ViesServer(address);
        server.start();
        client = new ViesClient(() -> address, OutgoingFixture.http(vertx), CLOCK);
    }

    @AfterEach
    void stop() {
        server.end(null);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void the_shop_is_named_fully_or_not_at_all_and_only_then_is_there_an_id() {
        server.says(NUMBER.digits(), Mood.VALID);
        assertThat(ask(SHOP)).contains(new VatAnswer(true, "WAPIAAAA1234", LocalDate.of(2026, 11, 27)));
        assertThat(ask(null)).contains(new VatAnswer(true, null, LocalDate.of(2026, 11, 27)));
        assertThat(server.asked(NUMBER.digits()).toString())
                .isEqualTo("[{\"countryCode\":\"DE\",\"vatNumber\":\"136695976\",\"requesterMemberStateCode\":\"AT\","
                        + "\"requesterNumber\":\"U13585627\"}, {\"countryCode\":\"DE\",\"vatNumber\":\"136695976\"}]");
    }

    @Test
    void not_registered_and_impossible_are_answers() {
        server.says(NUMBER.digits(), Mood.INVALID);
        assertThat(ask(null)).contains(new VatAnswer(false, null, LocalDate.of(2026, 11, 27)));
        server.says(NUMBER.digits(), Mood.IMPOSSIBLE);
        assertThat(ask(null)).contains(new VatAnswer(false, null, LocalDate.of(2026, 12, 1)));
    }

    @Test
    void whatever_else_it_says_is_no_answer() {
        for (Mood mood :
                new Mood[] {Mood.BUSY, Mood.DOWN, Mood.BROKEN_JSON, Mood.WRONG_TYPE, Mood.HUGE, Mood.ELSEWHERE}) {
            server.says(NUMBER.digits(), mood);
            assertThat(ask(null)).as(mood.name()).isEmpty();
        }
    }

    @Test
    void nobody_waits_longer_than_the_limit_for_the_first_byte_or_for_the_last() {
        for (Mood mood : new Mood[] {Mood.SLOW, Mood.SLOW_BODY}) {
            server.says(NUMBER.digits(), mood);
            long began = System.nanoTime();
            assertThat(ask(null)).as(mood.name()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as(mood.name())
                    .isLessThan(LIMIT.multipliedBy(4));
            server.letGo(NUMBER.digits());
        }
    }

    @Test
    void a_service_that_is_not_there_is_no_answer() {
        server.end(null);
        assertThat(ask(null)).isEmpty();
    }

    private Optional<VatAnswer> ask(VatNumber requester) {
        return client.ask(new VatQuestion(NUMBER, requester), LIMIT);
    }
}
