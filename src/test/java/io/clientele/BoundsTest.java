package io.clientele;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.customer.CustomerFixture;
import io.clientele.fuzz.Wire;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Requests and answers have bounds, and what is beyond them is refused without effort (reliability goal R20). */
@QuarkusTest
class BoundsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MIB = 1 << 20;
    private static final int MOST_WITHOUT_SIZE = 1_000;
    private static final long MEMORY_RISE = 100L * MIB;

    @Inject
    Database database;

    @Test
    void a_list_without_page_size_ends_at_a_thousand_items() {
        database.run(SqlFragment.of("""
                insert into customer (account_scope, website_id, store_id, group_id, email, email_key, firstname,
                  lastname, created_in, created_at, updated_at)
                select 1, 1, 1, 1, 'bounds' || i || '@example.com', 'bounds' || i || '@example.com', 'Bounds',
                  'Bounds', 'Bounds', now(), now() from generate_series(1, 1005) i"""));
        try {
            asAdmin()
                    .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "created_in")
                    .queryParam("searchCriteria[filter_groups][0][filters][0][value]", "Bounds")
                    .get("/rest/V1/customers/search")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(MOST_WITHOUT_SIZE))
                    .body("total_count", equalTo(1_005));
        } finally {
            database.run(SqlFragment.of("delete from customer where created_in = 'Bounds'"));
        }
    }

    @Test
    void a_page_over_the_maximum_is_refused_in_the_words_of_the_contract() {
        for (String list : List.of(
                "customers", "customerGroups", "taxClasses", "taxRates", "taxRules", "admin/users", "admin/roles")) {
            asAdmin()
                    .queryParam("searchCriteria[page_size]", 1_000_000)
                    .get("/rest/V1/" + list + "/search")
                    .then()
                    .statusCode(400)
                    .body("message", equalTo("Maximum SearchCriteria pageSize is %max"));
        }
    }

    @Test
    void a_page_far_beyond_the_end_is_empty() {
        asAdmin()
                .queryParam("searchCriteria[page_size]", 300)
                .queryParam("searchCriteria[current_page]", Integer.MAX_VALUE)
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void a_body_over_one_mebibyte_is_too_large() throws Exception {
        refused(413, post(customer("x".repeat(MIB))));
        refused(400, post(customer("x".repeat(MIB - 300))));
    }

    @Test
    void ten_and_thirty_megabytes_are_too_large_and_take_no_memory() throws Exception {
        byte[] ten = customer("x".repeat(10_000_000));
        byte[] thirty = customer("x".repeat(30_000_000));
        assertThat(post(ten).statusCode()).isEqualTo(413);
        long before = used();
        for (int i = 0; i < 20; i++) {
            assertThat(status("/rest/V1/customers", ten)).isEqualTo(413);
            assertThat(status("/rest/V1/customers", thirty)).isEqualTo(413);
            assertThat(status("/graphql", ten)).isEqualTo(413);
        }
        assertThat(used() - before).as("memory kept").isLessThan(MEMORY_RISE);
    }

    @Test
    void nesting_ends_at_64_levels() throws Exception {
        // The object itself is a level; an unknown parameter is ignored however deep it is.
        String at = "{\"customer\":{},\"other\":" + "[".repeat(63) + "]".repeat(63) + "}";
        String over = "{\"customer\":{},\"other\":" + "[".repeat(64) + "]".repeat(64) + "}";
        assertThat(post(Wire.bytes(at)).body()).doesNotContain("Decoding error");
        assertThat(refused(400, post(Wire.bytes(over)))).isEqualTo("Decoding error.");
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
        assertThat(refused(400, post(Wire.bytes(deep)))).isEqualTo("Decoding error.");
        assertThat(refused(400, post(Wire.bytes("[".repeat(500_000))))).isEqualTo("Decoding error.");
    }

    @Test
    void a_compressed_body_is_not_unpacked() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] blanks = new byte[MIB];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 200; i++) {
                gzip.write(blanks);
            }
        }
        long before = used();
        for (String path : List.of("/rest/V1/customers", "/graphql")) {
            HttpResponse<String> answer = Wire.send(
                    "POST",
                    path,
                    Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
                    bomb.toByteArray());
            assertThat(answer.statusCode()).as(answer.body()).isIn(400, 413, 415);
        }
        assertThat(used() - before).as("memory kept").isLessThan(MEMORY_RISE);
    }

    @Test
    void numbers_beyond_every_type_are_refused() throws Exception {
        for (String number :
                List.of("1e400", "-1e400", "1e999999999", "9".repeat(390), "9".repeat(100_000), "1e-999999999")) {
            HttpResponse<String> answer = post(Wire.bytes("{\"customer\":{\"email\":\"" + CustomerFixture.email()
                    + "\",\"firstname\":\"A\",\"lastname\":\"B\",\"gender\":" + number + "}}"));
            assertThat(answer.statusCode()).as(number.substring(0, 5)).isEqualTo(400);
        }
    }

    @Test
    void a_list_of_many_thousands_in_a_body_is_no_failure() throws Exception {
        String addresses = "{},".repeat(100_000) + "{}";
        HttpResponse<String> answer = post(Wire.bytes("{\"customer\":{\"email\":\"" + CustomerFixture.email()
                + "\",\"firstname\":\"A\",\"lastname\":\"B\",\"addresses\":[" + addresses + "]}}"));
        refused(400, answer);
    }

    @Test
    void long_lines_and_headers_are_refused() throws Exception {
        String longQuery = "/rest/V1/directory/countries?x=" + "y".repeat(100_000);
        assertThat(Wire.send("GET", longQuery, Map.of(), new byte[0]).statusCode())
                .isEqualTo(414);
        assertThat(Wire.send("GET", "/rest/V1/directory/currency", Map.of("X-Long", "y".repeat(100_000)), new byte[0])
                        .statusCode())
                .isEqualTo(431);
        as("x".repeat(5_000)).get("/rest/V1/customers/me").then().statusCode(401);
    }

    @Test
    void what_is_not_http_is_refused_and_the_service_goes_on() throws Exception {
        for (String request : List.of(
                "GET /rest/V1/directory/currency%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /rest/V1/%ff%c0%af HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /rest/V1/customers/search?searchCriteria[%=1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET //rest//V1/../V1/customers/search?searchCriteria= HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /rest/V1/directory/currency HTTP/1.1\r\nHost: x\r\nBroken header\r\n\r\n",
                "BREW /rest/V1/directory/currency HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /rest/V1/customers HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n{}",
                "POST /rest/V1/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "no request at all\r\n\r\n")) {
            String line = raw(request);
            assertThat(line).as(request).doesNotContain(" 50").doesNotContain(" 200");
        }
        as(AdminFixture.token()).get("/rest/V1/directory/currency").then().statusCode(200);
    }

    /** The first line of the answer; empty where the connection was closed without one, or more is waited for. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(3_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            StringBuilder line = new StringBuilder();
            InputStream in = socket.getInputStream();
            for (int read = in.read(); read >= 0 && read != '\r'; read = in.read()) {
                line.append((char) read);
            }
            return line.toString();
        } catch (SocketTimeoutException e) {
            return "";
        }
    }

    private static byte[] customer(String firstname) {
        return Wire.bytes("{\"customer\":{\"email\":\"" + CustomerFixture.email() + "\",\"firstname\":\"" + firstname
                + "\",\"lastname\":\"B\"}}");
    }

    private static HttpResponse<String> post(byte[] body) throws Exception {
        return Wire.json("POST", "/rest/V1/customers", "", body);
    }

    /** A server may close the connection on a body it does not want before the client has sent all of it. */
    private static int status(String path, byte[] body) throws Exception {
        try {
            return Wire.json("POST", path, "", body).statusCode();
        } catch (IOException e) {
            return 413;
        }
    }

    private static String refused(int status, HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.path("message").asText()).isNotEmpty();
        return body.get("message").asText();
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
