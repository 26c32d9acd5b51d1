package io.clientele.access;

import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.RawRequest;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What forged headers and requests that two servers could read differently come to. */
@QuarkusTest
class ForgedRequestApiTest {

    private static final String AVAILABLE = "/rest/V1/customers/isEmailAvailable";
    private static final String BODY = "{\"customerEmail\":\"forged@example.com\"}";

    @Test
    void no_header_of_a_stranger_makes_it_somebody_else() throws IOException {
        StoreFixture.set("clientele/throttle/address_failures", "2", "default", 0);
        try {
            String[] forged = {
                "X-Forwarded-For: 198.51.100.1",
                "X-Forwarded-For: 127.0.0.1",
                "X-Real-IP: 198.51.100.2",
                "Forwarded: for=198.51.100.3",
                "X-Forwarded-Host: evil.example",
                "Client-IP: 198.51.100.4"
            };
            int refused = 0;
            for (String header : forged) {
                RawRequest.Reply reply = RawRequest.send("127.0.0.3", port(), post(header));
                refused += reply.statusLine().contains(" 429 ") ? 1 : 0;
            }
            assertThat(refused).isEqualTo(forged.length - 2);
        } finally {
            StoreFixture.inherit("clientele/throttle/address_failures", "default", 0);
        }
    }

    @Test
    void a_forged_host_is_in_no_answer() throws IOException {
        RawRequest.Reply reply = RawRequest.send(
                port(),
                String.join(
                        "\r\n",
                        "GET /rest/V1/store/storeConfigs HTTP/1.1",
                        "Host: evil.example",
                        "X-Forwarded-Host: evil.example",
                        "Forwarded: host=evil.example",
                        "Connection: close",
                        "",
                        ""));
        assertThat(reply.text()).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
        String config = given().header("Host", "evil.example")
                .header("Content-Type", "application/json")
                .body(Map.of("query", "{ storeConfig { base_url secure_base_url base_link_url } }"))
                .post("/graphql")
                .asString();
        assertThat(config).contains("base_url\":\"http").doesNotContain("evil.example");
        assertThat(asAdmin()
                        .header("Host", "evil.example")
                        .get("/rest/V1/store/storeConfigs")
                        .asString())
                .contains("base_url")
                .doesNotContain("evil.example");
    }

    @Test
    void nobody_speaks_http_2_to_it() throws IOException {
        RawRequest.Reply preface = RawRequest.send(port(), String.join("\r\n", "PRI * HTTP/2.0", "", "SM", "", ""));
        assertThat(preface.statusLine()).endsWith(" 400 Bad Request");
        assertThat(preface.closed()).isTrue();
        RawRequest.Reply upgrade = RawRequest.send(
                port(),
                String.join(
                        "\r\n",
                        "GET /rest/V1/directory/countries/DE HTTP/1.1",
                        "Host: x",
                        "Connection: Upgrade, HTTP2-Settings, close",
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA",
                        "",
                        ""));
        assertThat(upgrade.statusLine()).startsWith("HTTP/1.1 200 ");
        assertThat(upgrade.text()).doesNotContain("101 Switching");
    }

    @Test
    void a_request_that_two_servers_could_read_differently_is_refused_and_the_connection_closed() throws IOException {
        String smuggled = "GET /rest/V1/directory/countries/DE HTTP/1.1\r\nHost: x\r\n\r\n";
        String chunked = Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n";
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("length and coding", head("Content-Length: 4", "Transfer-Encoding: chunked") + chunked + smuggled);
        requests.put("coding and length", head("Transfer-Encoding: chunked", "Content-Length: 4") + chunked + smuggled);
        requests.put("doubled length", head("Content-Length: 4", "Content-Length: 5") + "abcde" + smuggled);
        requests.put("same length twice", head("Content-Length: 4", "Content-Length: 4") + "abcd" + smuggled);
        requests.put("listed lengths", head("Content-Length: 4, 5") + "abcde" + smuggled);
        requests.put("signed length", head("Content-Length: +4") + "abcd" + smuggled);
        requests.put("negative length", head("Content-Length: -4") + smuggled);
        requests.put("hexadecimal length", head("Content-Length: 0x4") + "abcd" + smuggled);
        requests.put("folded length", head("Content-Length:\r\n 4") + "abcd" + smuggled);
        requests.put("folded header", head("X-One: 1\r\n two", "Content-Length: 0") + smuggled);
        requests.put("folded with a tab", head("X-One: 1\r\n\tContent-Length: 4", "Content-Length: 0") + smuggled);
        requests.put("folded request line", "\r\nGET / HTTP/1.1\r\n Host: x\r\n\r\n" + smuggled);
        requests.put("space before the request line", " GET / HTTP/1.1\r\nHost: x\r\n\r\n" + smuggled);
        requests.put("space before colon", head("Content-Length : 4") + "abcd" + smuggled);
        requests.put("space before colon of the coding", head("Transfer-Encoding : chunked") + chunked + smuggled);
        requests.put("bare LF between headers", head("X-One: 1\nContent-Length: 4") + "abcd" + smuggled);
        requests.put("bare LF at the end", "GET /rest/V1/directory/countries/DE HTTP/1.1\nHost: x\n\n" + smuggled);
        requests.put("bare CR", head("X-One: 1\rContent-Length: 4", "Content-Length: 0") + smuggled);
        requests.put("bare CR in the request line", "GET /rest/V1\r/x HTTP/1.1\r\nHost: x\r\n\r\n" + smuggled);
        requests.put("unknown coding", head("Transfer-Encoding: xchunked") + "0\r\n\r\n" + smuggled);
        requests.put("coding with a vertical tab", head("Transfer-Encoding: \u000bchunked") + chunked + smuggled);
        requests.put(
                "coding twice", head("Transfer-Encoding: chunked", "Transfer-Encoding: chunked") + chunked + smuggled);
        requests.put("another coding first", head("Transfer-Encoding: gzip, chunked") + chunked + smuggled);
        requests.put("another coding last", head("Transfer-Encoding: chunked, identity") + chunked + smuggled);
        requests.put(
                "coding of identity", head("Transfer-Encoding: identity", "Content-Length: 4") + "abcd" + smuggled);
        requests.put(
                "coding of HTTP/1.0", head("Transfer-Encoding: chunked").replace("1.1", "1.0") + chunked + smuggled);
        requests.put("NUL in a header", head("X-One: a\0b", "Content-Length: 0") + smuggled);
        requests.put("no colon", head("X-One 1", "Content-Length: 0") + smuggled);
        requests.put(
                "body that no header tells of",
                "GET / HTTP/1.1\r\nHost: x\r\nSec-WebSocket-Key1: 1\r\nSec-WebSocket-Key2: 2\r\n\r\n" + smuggled);
        assertThat(wrong(requests)).isEmpty();
        assertThat(RawRequest.send(port(), smuggled).statusLine()).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void a_malformed_chunk_is_answered_once_and_logged_by_nobody() throws IOException {
        String first = "1f40\r\n" + "{\"customerEmail\":\"" + "x".repeat(0x1f40 - 18) + "\r\n";
        String smuggled = "GET /rest/V1/directory/countries/DE HTTP/1.1\r\nHost: x\r\n\r\n";
        Map<String, String> sizes = new LinkedHashMap<>();
        sizes.put("no digits", "zz\r\nab\r\n");
        sizes.put("empty", "\r\nab\r\n");
        sizes.put("bare LF", "2\nab\n");
        sizes.put("negative", "-1\r\n\r\n");
        sizes.put("signed", "+2\r\nab\r\n");
        sizes.put("with a prefix", "0x2\r\nab\r\n");
        sizes.put("space before", " 2\r\nab\r\n");
        sizes.put("words behind", "2 ab\r\nab\r\n");
        sizes.put("more than can be counted", "100000002\r\nab\r\n");
        sizes.put("more than was said", "2\r\nabc\r\n");
        sizes.put("bare LF in an extension", "2;a\nb\r\nab\r\n");
        sizes.put("folded trailer", "0\r\nX-One: 1\r\n two\r\n\r\n");
        Map<String, String> requests = new LinkedHashMap<>();
        sizes.forEach((what, chunk) -> {
            String tail = chunk + "0\r\n\r\n" + smuggled;
            requests.put(what, head("Transfer-Encoding: chunked") + tail);
            requests.put(what + ", later", head("Transfer-Encoding: chunked") + first + tail);
            requests.put(
                    what + ", GraphQL",
                    head("Transfer-Encoding: chunked").replace(AVAILABLE, "/graphql") + first + tail);
        });
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listener = listener(logged);
        Logger.getLogger("").addHandler(listener);
        try {
            assertThat(wrong(requests)).isEmpty();
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        assertThat(logged).isEmpty();
    }

    @Test
    void requests_before_a_refused_one_are_answered_first() throws IOException {
        String good = head("Content-Length: " + BODY.length()) + BODY;
        for (String bad : List.of(
                head("Transfer-Encoding: chunked") + "zz\r\n",
                head("Transfer-Encoding: chunked", "Content-Length: 5") + "0\r\n\r\n")) {
            RawRequest.Reply reply = RawRequest.send(port(), good + good + bad + good);
            assertThat(reply.answers(200)).as(bad).isEqualTo(2);
            assertThat(reply.answers(400)).as(bad).isEqualTo(1);
            assertThat(reply.answers()).as(bad).isEqualTo(3);
            assertThat(reply.text().lastIndexOf(" 200 OK"))
                    .isLessThan(reply.text().indexOf(" 400 "));
            assertThat(reply.closed()).as(bad).isTrue();
        }
    }

    /** In one write and byte by byte: chunks with extensions, trailers, an empty line before a request. */
    @Test
    void what_the_protocol_allows_is_read_as_it_says() throws IOException {
        String chunks = "2;name=value\r\n" + BODY.substring(0, 2) + "\r\n"
                + "0000001\r\n" + BODY.substring(2, 3) + "\r\n"
                + Integer.toHexString(BODY.length() - 3).toUpperCase(Locale.ROOT) + "\r\n" + BODY.substring(3) + "\r\n"
                + "000;last\r\nX-Trailer: 1\r\n\r\n";
        String requests = head("Transfer-Encoding: Chunked") + chunks + "\r\n"
                + head("Content-Length: " + BODY.length()) + BODY
                + head("Transfer-Encoding: chunked", "Connection: close") + chunks;
        for (int piece : new int[] {requests.length(), 1}) {
            RawRequest.Reply reply = RawRequest.send("127.0.0.2", port(), requests, piece);
            assertThat(reply.answers(200)).as(reply.text()).isEqualTo(3);
            assertThat(reply.answers()).isEqualTo(3);
            assertThat(reply.closed()).isTrue();
        }
        String folded = head("X-One: 1\r\n two", "Content-Length: 0");
        RawRequest.Reply reply = RawRequest.send("127.0.0.2", port(), folded, 1);
        assertThat(reply.answers(400)).isEqualTo(1);
        assertThat(reply.answers()).isEqualTo(1);
    }

    private static Map<String, String> wrong(Map<String, String> requests) throws IOException {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : requests.entrySet()) {
            RawRequest.Reply reply = RawRequest.send(port(), each.getValue());
            if (reply.answers() != 1 || reply.answers(400) != 1 || !reply.closed()) {
                wrong.put(
                        each.getKey(),
                        reply.statusLine() + ", " + reply.answers() + " answers"
                                + (reply.closed() ? ", closed" : ", open"));
            }
        }
        return wrong;
    }

    private static Handler listener(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                    logged.add(entry.getLoggerName() + ": " + entry.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static String head(String... headers) {
        return "POST " + AVAILABLE + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private static String post(String header) {
        return head("Content-Length: " + BODY.length(), "Connection: close", header) + BODY;
    }

    private static int port() {
        return RestAssured.port;
    }
}
