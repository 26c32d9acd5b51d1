package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.TestDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two services on one database: what the one ends, neither accepts a second after it said so, nor after a restart.
 * {@code -Dclientele.revocation.rounds=20} makes it 200 tokens.
 */
class RevocationIT {

    private static final long SECOND = 1_000_000_000L;
    private static final long EVERY_MILLIS = 20;
    private static final int ROUNDS = Integer.getInteger("clientele.revocation.rounds", 2);
    private static final String PASSWORD = "Right-Passw0rd";
    private static final String ME = "/rest/V1/customers/me";
    private static final String ADMIN = "/rest/V1/admin/resources";

    private Path folder;
    private EmbeddedServer server;
    private PackagedService one;
    private PackagedService other;
    private String root = "";
    private int number;
    private final List<Ended> ended = new ArrayList<>();

    private record Ended(String how, String token, String path) {}

    private record Customer(long id, String email, String token) {}

    /** Ends the customer's token; made on one instance or the other. */
    @FunctionalInterface
    private interface End {
        HttpResponse<String> of(Customer customer) throws Exception;
    }

    @BeforeEach
    void start() throws Exception {
        folder = Files.createTempDirectory("clientele-revocation");
        server = EmbeddedServer.start(folder, TestDatabase.BINARIES, Durability.FAST, Map.of());
        one = PackagedService.on(server).start();
        other = PackagedService.on(server).start();
        root = text(
                one.post("/rest/V1/integration/admin/token", "{\"username\":\"root\",\"password\":\"Only-4-tests!\"}"));
    }

    @AfterEach
    void stop() throws Exception {
        other.close();
        one.close();
        server.close();
        TestDatabase.delete(folder);
    }

    @Test
    void no_instance_accepts_a_token_a_second_after_it_was_ended() throws Exception {
        Map<String, End> ways = Map.of(
                "logout",
                        who -> send(
                                other, "POST", "/rest/V1/integration/customer/revoke-customer-token", "", who.token()),
                "GraphQL",
                        who -> send(
                                other,
                                "POST",
                                "/graphql",
                                "{\"query\":\"mutation{revokeCustomerToken{result}}\"}",
                                who.token()),
                "password change", this::changePassword,
                "session ended", this::endSession,
                "deactivated", who -> send(one, "POST", "/rest/V1/customers/" + who.id() + "/deactivate", "", root),
                "deleted", who -> send(one, "DELETE", "/rest/V1/customers/" + who.id(), "", root),
                "revoked by an administrator",
                        who -> send(one, "POST", "/rest/V1/customers/" + who.id() + "/revokeTokens", "", root),
                "reuse of a refresh token", this::reuseRefreshToken);
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, End> way : ways.entrySet()) {
                Customer customer = customer();
                awaitAccepted(customer.token(), ME);
                HttpResponse<String> answer = way.getValue().of(customer);
                long acknowledged = System.nanoTime();
                assertThat(answer.statusCode())
                        .as("%s: %s", way.getKey(), answer.body())
                        .isIn(200, 401);
                requireEnded(way.getKey(), customer.token(), ME, acknowledged);
            }
            administrators();
        }
        refusedByBoth("later");
        one.terminate();
        assertThat(one.awaitExit()).isZero();
        other.terminate();
        assertThat(other.awaitExit()).isZero();
        one.start();
        other.start();
        refusedByBoth("after a restart");
    }

    private void administrators() throws Exception {
        for (String way : List.of("administrator deactivated", "administrator deleted")) {
            String name = "clerk" + number++;
            HttpResponse<String> made = send(
                    one,
                    "POST",
                    "/rest/V1/admin/users",
                    "{\"user\":{\"username\":\"" + name + "\",\"email\":\"" + name
                            + "@example.com\",\"firstname\":\"C\",\"lastname\":\"Lerk\",\"role_id\":1,\"password\":\""
                            + PASSWORD + "\"}}",
                    root);
            String id = made.body().replaceAll(".*\"id\":(\\d+).*", "$1");
            String token = text(one.post(
                    "/rest/V1/integration/admin/token",
                    "{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}"));
            awaitAccepted(token, ADMIN);
            HttpResponse<String> answer = way.endsWith("deleted")
                    ? send(other, "DELETE", "/rest/V1/admin/users/" + id, "", root)
                    : send(other, "PUT", "/rest/V1/admin/users/" + id, "{\"user\":{\"is_active\":false}}", root);
            long acknowledged = System.nanoTime();
            assertThat(answer.statusCode()).as("%s: %s", way, answer.body()).isEqualTo(200);
            requireEnded(way, token, ADMIN, acknowledged);
        }
    }

    private HttpResponse<String> changePassword(Customer who) throws Exception {
        // Made with another session, because the one in hand goes on.
        return send(
                other,
                "PUT",
                "/rest/V1/customers/me/password",
                "{\"currentPassword\":\"" + PASSWORD + "\",\"newPassword\":\"Other-Passw0rd\"}",
                signIn(who.email()));
    }

    private HttpResponse<String> endSession(Customer who) throws Exception {
        String listed = send(one, "GET", ME + "/sessions", "", who.token()).body();
        String id = listed.replaceAll(".*\"id\":(\\d+).*\"current\":true.*", "$1");
        return send(other, "DELETE", ME + "/sessions/" + id, "", who.token());
    }

    private HttpResponse<String> reuseRefreshToken(Customer who) throws Exception {
        String body = "{\"refresh_token\":\"" + refreshTokens.get(who.token()) + "\"}";
        String path = "/rest/V1/integration/customer/token/refresh";
        assertThat(send(one, "POST", path, body, "").statusCode()).isEqualTo(200);
        return send(other, "POST", path, body, "");
    }

    private final Map<String, String> refreshTokens = new java.util.HashMap<>();

    private Customer customer() throws Exception {
        String email = "ended" + number++ + "@example.com";
        String made = send(
                        one,
                        "POST",
                        "/rest/V1/customers",
                        "{\"customer\":{\"email\":\"" + email
                                + "\",\"firstname\":\"Ada\",\"lastname\":\"L\"},\"password\":\"" + PASSWORD + "\"}",
                        "")
                .body();
        return new Customer(Long.parseLong(made.replaceAll("^\\{\"id\":(\\d+).*", "$1")), email, signIn(email));
    }

    private String signIn(String email) throws Exception {
        String pair = one.post(
                        "/rest/V1/integration/customer/tokens",
                        "{\"username\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}")
                .body();
        String token = pair.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        refreshTokens.put(token, pair.replaceAll(".*\"refresh_token\":\"([^\"]+)\".*", "$1"));
        return token;
    }

    /** Both know the token, as from memory. */
    private void awaitAccepted(String token, String path) throws Exception {
        for (PackagedService service : List.of(one, other)) {
            for (int i = 0; i < 2; i++) {
                assertThat(status(service, token, path)).isEqualTo(200);
            }
        }
    }

    /** Polls both until a second has passed; a success that was asked for later than that would fail the test. */
    private void requireEnded(String how, String token, String path, long acknowledged) throws Exception {
        boolean refused = false;
        while (System.nanoTime() - acknowledged < SECOND) {
            long asked = System.nanoTime();
            boolean accepted = status(one, token, path) == 200 || status(other, token, path) == 200;
            assertThat(accepted && refused).as("%s: accepted again", how).isFalse();
            if (!accepted && refused && asked - acknowledged > SECOND / 2) {
                break;
            }
            refused = !accepted;
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(EVERY_MILLIS).toNanos());
        }
        for (PackagedService service : List.of(one, other)) {
            assertThat(status(service, token, path))
                    .as("%s: after a second", how)
                    .isEqualTo(401);
        }
        ended.add(new Ended(how, token, path));
    }

    private void refusedByBoth(String when) throws Exception {
        assertThat(ended).hasSize(ROUNDS * 10);
        for (Ended each : ended) {
            for (PackagedService service : List.of(one, other)) {
                assertThat(status(service, each.token(), each.path()))
                        .as("%s %s", each.how(), when)
                        .isEqualTo(401);
            }
        }
    }

    private static int status(PackagedService service, String token, String path) throws Exception {
        return send(service, "GET", path, "", token).statusCode();
    }

    private static HttpResponse<String> send(
            PackagedService service, String method, String path, String body, String token) throws Exception {
        HttpRequest.Builder request = service.request(path).header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return service.client()
                .send(
                        request.method(
                                        method,
                                        body.isEmpty()
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String text(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replace("\"", "");
    }
}
