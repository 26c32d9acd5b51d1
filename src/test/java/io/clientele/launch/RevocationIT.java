package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
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

    private static final int ROUNDS = Integer.getInteger("clientele.revocation.rounds", 2);
    private static final String PASSWORD = "Right-Passw0rd";
    private static final String ME = "/rest/V1/customers/me";
    private static final String ADMIN = "/rest/V1/admin/resources";

    private Instances instances;
    private PackagedService one;
    private PackagedService other;
    private EndedTokens ended;
    private String root = "";
    private int number;

    private record Customer(long id, String email, String token) {}

    /** Ends the customer's token; made on one instance or the other. */
    @FunctionalInterface
    private interface End {
        HttpResponse<String> of(Customer customer) throws Exception;
    }

    @BeforeEach
    void start() throws Exception {
        instances = Instances.start(2, Map.of());
        one = instances.get(0);
        other = instances.get(1);
        ended = new EndedTokens(instances);
        root = Calls.asRoot(one).token();
    }

    @AfterEach
    void stop() throws Exception {
        instances.close();
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
                "erased", this::erase,
                "revoked by an administrator",
                        who -> send(one, "POST", "/rest/V1/customers/" + who.id() + "/revokeTokens", "", root),
                "reuse of a refresh token", this::reuseRefreshToken);
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, End> way : ways.entrySet()) {
                Customer customer = customer();
                ended.awaitAccepted(customer.token(), ME);
                HttpResponse<String> answer = way.getValue().of(customer);
                long acknowledged = System.nanoTime();
                assertThat(answer.statusCode())
                        .as("%s: %s", way.getKey(), answer.body())
                        .isIn(200, 401);
                ended.requireEnded(way.getKey(), customer.token(), ME, acknowledged);
            }
            administrators();
        }
        assertThat(ended.count()).isEqualTo(ROUNDS * 11);
        ended.requireRefused("later");
        instances.restart();
        ended.requireRefused("after a restart");
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
            ended.awaitAccepted(token, ADMIN);
            HttpResponse<String> answer = way.endsWith("deleted")
                    ? send(other, "DELETE", "/rest/V1/admin/users/" + id, "", root)
                    : send(other, "PUT", "/rest/V1/admin/users/" + id, "{\"user\":{\"is_active\":false}}", root);
            long acknowledged = System.nanoTime();
            assertThat(answer.statusCode()).as("%s: %s", way, answer.body()).isEqualTo(200);
            ended.requireEnded(way, token, ADMIN, acknowledged);
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

    private HttpResponse<String> erase(Customer who) throws Exception {
        HttpResponse<String> asked = send(
                other,
                "POST",
                "/rest/V1/privacy/requests",
                "{\"request\":{\"kind\":\"erase\",\"customer_id\":" + who.id() + ",\"evidence\":\"Letter\"}}",
                root);
        String id = asked.body().replaceAll("^\\{\"id\":(\\d+).*", "$1");
        instances.queries().await("select status = 'done' from privacy_request where id = " + id);
        return asked;
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

    private final Map<String, String> refreshTokens = new HashMap<>();

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

    private static HttpResponse<String> send(
            PackagedService service, String method, String path, String body, String token) throws Exception {
        return new Calls(service, token).send(method, path, body);
    }

    private static String text(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replace("\"", "");
    }
}
