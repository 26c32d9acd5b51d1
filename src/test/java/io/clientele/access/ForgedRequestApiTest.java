package io.clientele.access;

import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
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
    void a_request_that_two_servers_could_read_differently_is_refused_and_the_connection_closed() throws IOException {
        String smuggled = "GET /rest/V1/directory/countries/DE HTTP/1.1\r\nHost: x\r\n\r\n";
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("doubled length", head("Content-Length: 4", "Content-Length: 5") + "abcde" + smuggled);
        requests.put("listed lengths", head("Content-Length: 4, 5") + "abcde" + smuggled);
        requests.put("signed length", head("Content-Length: +4") + "abcd" + smuggled);
        requests.put("folded length", head("Content-Length:\r\n 4") + "abcd" + smuggled);
        requests.put("space before colon", head("Content-Length : 4") + "abcd" + smuggled);
        requests.put("bare LF between headers", head("X-One: 1\nContent-Length: 4") + "abcd" + smuggled);
        requests.put("bare LF at the end", "GET /rest/V1/directory/countries/DE HTTP/1.1\nHost: x\n\n" + smuggled);
        requests.put("bare CR", head("X-One: 1\rContent-Length: 4", "Content-Length: 0") + smuggled);
        requests.put("unknown coding", head("Transfer-Encoding: xchunked") + "0\r\n\r\n" + smuggled);
        requests.put("NUL in a header", head("X-One: a\0b", "Content-Length: 0") + smuggled);
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : requests.entrySet()) {
            RawRequest.Reply reply = RawRequest.send(port(), each.getValue());
            if (reply.answers() == 0 || reply.answers() != reply.answers(400) || !reply.closed()) {
                wrong.put(
                        each.getKey(),
                        reply.statusLine() + ", " + reply.answers() + " answers"
                                + (reply.closed() ? ", closed" : ", open"));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(RawRequest.send(port(), smuggled).statusLine()).isEqualTo("HTTP/1.1 200 OK");
    }

    /** The connection is closed without a word, because the head was answered for already. */
    @Test
    void a_chunk_that_is_none_ends_the_connection() throws IOException {
        for (String chunks : new String[] {"zz\r\nab\r\n0\r\n\r\n", "2\nab\n0\n\n", "-1\r\n\r\n"}) {
            RawRequest.Reply reply = RawRequest.send(
                    port(), head("Transfer-Encoding: chunked") + chunks + "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(reply.closed()).as(chunks).isTrue();
            assertThat(reply.text()).as(chunks).doesNotContain(" 200 ").doesNotContain(" 404 ");
        }
    }

    /** As RFC 9112 has it (5.2, 6.3): the coding overrides the length, and a fold is a space. */
    @Test
    void a_coding_overrides_a_length_and_a_folded_line_is_one_line() throws IOException {
        String chunked = Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n";
        RawRequest.Reply both = RawRequest.send(
                port(), head("Content-Length: 3", "Transfer-Encoding: chunked", "Connection: close") + chunked);
        assertThat(both.statusLine()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(both.answers()).isEqualTo(1);
        RawRequest.Reply folded = RawRequest.send(
                port(),
                head("X-Folded: one\r\n Content-Length: 0", "Content-Length: " + BODY.length(), "Connection: close")
                        + BODY);
        assertThat(folded.statusLine()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(folded.answers()).isEqualTo(1);
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
