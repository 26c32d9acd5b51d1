package io.clientele.shared.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls to addresses of others, against servers on loopback; some under names that only this test knows. */
class OutgoingHttpTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Vertx vertx = Vertx.vertx();
    private final Queue<String> hosts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lookups = new AtomicInteger();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void the_connection_goes_to_the_address_that_was_looked_up_once_and_the_host_is_still_the_name() {
        int port = serve(request -> request.body()
                .onSuccess(body -> request.response()
                        .setStatusCode(201)
                        .putHeader("X-Seen", request.getHeader("X-Sent"))
                        .end(body.toString() + "!")));
        OutgoingAnswer answer = http(true)
                .post(
                        URI.create("http://receiver.example:" + port + "/in?a=%20b"),
                        Map.of("X-Sent", "yes"),
                        "hello".getBytes(UTF_8),
                        LIMIT);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.headers()).containsEntry("x-seen", "yes");
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("hello!");
        assertThat(hosts).containsExactly("receiver.example:" + port + " /in?a=%20b");
        assertThat(lookups).hasValue(1);
    }

    @Test
    void a_name_of_a_private_address_is_not_called_not_even_beside_a_public_one_or_when_it_changes() {
        int port = serve(request -> request.response().end());
        AtomicInteger round = new AtomicInteger();
        OutgoingHttp http = http(false, name -> switch (name) {
            case "mixed.example" -> addresses("8.8.8.8", "127.0.0.1");
            case "changing.example" -> addresses(round.getAndIncrement() == 0 ? "127.0.0.1" : "8.8.8.8");
            default -> addresses("127.0.0.1");
        });
        for (String host : List.of(
                "inside.example", "mixed.example", "changing.example", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]")) {
            assertThatThrownBy(() -> http.post(URI.create("http://" + host + ":" + port), Map.of(), new byte[0], LIMIT))
                    .as(host)
                    .isInstanceOf(OutgoingRefused.class)
                    .hasMessageContaining("is a private address, which this deployment does not call.");
        }
        assertThat(hosts).isEmpty();
    }

    @Test
    void what_is_no_plain_address_of_http_is_refused_when_it_is_named() {
        OutgoingHttp http = http(false);
        Map<String, String> wrong = Map.of(
                "ftp://example.com/",
                "begin with https",
                "file:///etc/passwd",
                "begin with https",
                "example.com",
                "begin with https",
                "http:///path",
                "names no host",
                "http://example.com:0/",
                "names no host",
                "https://user:secret@example.com/",
                "neither a user",
                "https://example.com/#part",
                "neither a user",
                "http://10.1.2.3/",
                "private address");
        wrong.forEach((address, why) -> assertThatThrownBy(() -> http.check(URI.create(address)))
                .as(address)
                .isInstanceOf(OutgoingRefused.class)
                .hasMessageContaining(why));
        http.check(URI.create("https://example.com:8443/hook?x=1"));
        assertThat(lookups).hasValue(0);
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() {
        int port = serve(request -> request.response()
                .setStatusCode(307)
                .putHeader(
                        "Location", "http://127.0.0.1:" + request.localAddress().port() + "/inside")
                .end());
        OutgoingAnswer answer =
                http(true).post(URI.create("http://receiver.example:" + port), Map.of(), new byte[0], LIMIT);
        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.isSuccess()).isFalse();
        assertThat(hosts).containsExactly("receiver.example:" + port + " /");
    }

    @Test
    void an_answer_of_a_megabyte_is_taken_and_one_byte_more_is_not() {
        AtomicInteger size = new AtomicInteger(OutgoingHttp.MOST_BYTES);
        int port = serve(request -> request.response().end(Buffer.buffer(new byte[size.get()])));
        URI address = URI.create("http://receiver.example:" + port);
        OutgoingHttp http = http(true);
        for (int i = 0; i < 50; i++) {
            // An answer may be faster than whoever listens for it.
            assertThat(http.post(address, Map.of(), new byte[0], LIMIT).body()).hasSize(OutgoingHttp.MOST_BYTES);
        }
        size.incrementAndGet();
        assertThatThrownBy(() -> http.post(address, Map.of(), new byte[0], LIMIT))
                .isInstanceOf(OutgoingFailed.class)
                .hasMessage("The answer is longer than a megabyte.");
    }

    @Test
    void nobody_waits_longer_than_the_limit_for_a_name_for_the_first_byte_or_for_the_last() {
        CountDownLatch over = new CountDownLatch(1);
        int port = serve(request -> {
            if (request.path().equals("/slow-body")) {
                request.response().setChunked(true).write("x");
            }
        });
        OutgoingHttp slowNames = http(true, name -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return addresses("127.0.0.1");
        });
        Duration limit = Duration.ofMillis(300);
        for (String path : List.of("/never", "/slow-body", "")) {
            OutgoingHttp http = path.isEmpty() ? slowNames : http(true);
            long began = System.nanoTime();
            assertThatThrownBy(() -> http.post(
                            URI.create("http://receiver.example:" + port + path), Map.of(), new byte[0], limit))
                    .as(path)
                    .isInstanceOf(OutgoingFailed.class)
                    .hasMessageContaining("in time");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).as(path).isLessThan(limit.multipliedBy(5));
        }
        over.countDown();
    }

    @Test
    void nobody_there_and_no_such_name_are_failures_that_say_so() {
        int port = serve(request -> request.response().end());
        stopServers();
        assertThatThrownBy(() ->
                        http(true).post(URI.create("http://receiver.example:" + port), Map.of(), new byte[0], LIMIT))
                .isInstanceOf(OutgoingFailed.class)
                .hasMessageContaining("There was no answer");
        OutgoingHttp nameless = http(true, name -> {
            throw new UnknownHostException(name);
        });
        assertThatThrownBy(() -> nameless.post(URI.create("http://receiver.example"), Map.of(), new byte[0], LIMIT))
                .isInstanceOf(OutgoingFailed.class)
                .hasMessage("The name \"receiver.example\" has no address.");
    }

    @Test
    void tls_asks_for_the_name_s_certificate_although_the_connection_goes_to_an_address(@TempDir Path folder)
            throws Exception {
        PfxOptions certificate = certificate(folder.resolve("receiver.p12"), "receiver.example");
        int port = serve(
                new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate),
                request -> request.response()
                        .end(String.valueOf(request.connection().indicatedServerName())));
        HttpClientOptions trusting = OutgoingHttp.options().setTrustOptions(certificate);
        OutgoingHttp http = new OutgoingHttp(
                vertx.createHttpClient(trusting), new NameLookup(name -> addresses("127.0.0.1")), () -> true);
        OutgoingAnswer answer =
                http.post(URI.create("https://receiver.example:" + port), Map.of(), new byte[0], OutgoingHttp.LIMIT);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("receiver.example");
        assertThatThrownBy(() -> http.post(
                        URI.create("https://other.example:" + port), Map.of(), new byte[0], OutgoingHttp.LIMIT))
                .isInstanceOf(OutgoingFailed.class)
                .hasMessageContaining("There was no answer");
        OutgoingHttp strict = new OutgoingHttp(
                vertx.createHttpClient(OutgoingHttp.options()),
                new NameLookup(name -> addresses("127.0.0.1")),
                () -> true);
        assertThatThrownBy(() -> strict.post(
                        URI.create("https://receiver.example:" + port), Map.of(), new byte[0], OutgoingHttp.LIMIT))
                .as("a certificate that nobody vouches for")
                .isInstanceOf(OutgoingFailed.class);
    }

    /** A certificate that its name has signed itself. */
    private static PfxOptions certificate(Path file, String name) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "receiver",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        assertThat(Files.exists(file)).isTrue();
        return new PfxOptions().setPath(file.toString()).setPassword("changeit");
    }

    private final Queue<HttpServer> servers = new ConcurrentLinkedQueue<>();

    private int serve(Handler<HttpServerRequest> handler) {
        return serve(new HttpServerOptions(), handler);
    }

    private int serve(HttpServerOptions options, Handler<HttpServerRequest> handler) {
        HttpServer server = vertx.createHttpServer(options)
                .requestHandler(request -> {
                    hosts.add(request.getHeader("Host") + " " + request.uri());
                    handler.handle(request);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        servers.add(server);
        return server.actualPort();
    }

    private void stopServers() {
        servers.forEach(server ->
                server.close().toCompletionStage().toCompletableFuture().join());
    }

    private OutgoingHttp http(boolean allowsPrivate) {
        return http(allowsPrivate, name -> addresses("127.0.0.1"));
    }

    private OutgoingHttp http(boolean allowsPrivate, NameLookup.Resolver names) {
        NameLookup counted = new NameLookup(name -> {
            lookups.incrementAndGet();
            return names.find(name);
        });
        return new OutgoingHttp(vertx.createHttpClient(OutgoingHttp.options()), counted, () -> allowsPrivate);
    }

    private static InetAddress[] addresses(String... literals) {
        return List.of(literals).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }
}
