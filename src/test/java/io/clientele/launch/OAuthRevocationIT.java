package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.integration.oauth2.OAuth2Fixture.Pkce;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two services on one database: what apps and integrations got over OAuth 2.0 and one service ends, neither accepts a second later,
 * nor after a restart, and no refresh token brings it back.
 */
class OAuthRevocationIT {

    private static final int ROUNDS = Integer.getInteger("clientele.revocation.rounds", 1);
    private static final String PASSWORD = "Right-Passw0rd";
    private static final String REDIRECT = "https://app.example/callback";
    private static final String GROUP = "Magento_Customer::group";
    private static final String ME = "/rest/V1/customers/me";
    private static final String GROUPS = "/rest/V1/customerGroups/search?searchCriteria%5BpageSize%5D=1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Instances instances;
    private PackagedService one;
    private PackagedService other;
    private EndedTokens ended;
    private final List<Renewal> renewals = new ArrayList<>();
    private Calls root;
    private int number;

    private record App(long id, String clientId, String clientSecret) {

        String path() {
            return "/rest/V1/integrations/" + id;
        }
    }

    /**
     * What an app got.
     *
     * @param customer who let it in; null when it calls as itself, and then there is no refresh token
     */
    private record Granted(App app, Customer customer, String access, String refresh) {}

    private record Customer(long id, String token) {}

    /** A refresh token whose grant was ended. */
    private record Renewal(String how, App app, String refresh) {}

    /** Ends what was granted, at one instance. */
    @FunctionalInterface
    private interface End {
        HttpResponse<String> of(Granted granted) throws Exception;
    }

    @BeforeEach
    void start() throws Exception {
        // Secrets that ended are wrong ones, which count against the address they come from.
        instances = Instances.start(2, Map.of("CLIENTELE_ACCESS_STOREFRONT_SERVERS", "127.0.0.1"));
        one = instances.get(0);
        other = instances.get(1);
        ended = new EndedTokens(instances);
        root = Calls.asRoot(one);
    }

    @AfterEach
    void stop() throws Exception {
        instances.close();
    }

    @Test
    void no_instance_accepts_what_was_granted_a_second_after_it_was_ended() throws Exception {
        Map<String, End> ofBoth = new LinkedHashMap<>();
        ofBoth.put("access token revoked by its client", granted -> revoke(granted.app(), granted.access()));
        ofBoth.put(
                "integration revoked",
                granted -> root.send("POST", granted.app().path() + "/revoke", ""));
        ofBoth.put(
                "integration given new secrets",
                granted -> root.send("POST", granted.app().path() + "/rotate", ""));
        ofBoth.put(
                "integration disabled",
                granted -> root.send("PUT", granted.app().path(), """
                {"integration": {"status": "inactive"}}"""));
        ofBoth.put(
                "integration deleted",
                granted -> root.send("DELETE", granted.app().path(), ""));
        Map<String, End> ofCustomers = new LinkedHashMap<>(ofBoth);
        ofCustomers.put("refresh token revoked by its client", granted -> revoke(granted.app(), granted.refresh()));
        ofCustomers.put(
                "consent withdrawn",
                granted -> new Calls(other, granted.customer().token())
                        .send("DELETE", ME + "/consents/" + granted.app().id(), ""));
        ofCustomers.put(
                "password changed",
                granted -> new Calls(other, granted.customer().token())
                        .send("PUT", ME + "/password", """
                {"currentPassword": "%s", "newPassword": "Other-Passw0rd"}""".formatted(PASSWORD)));
        ofCustomers.put(
                "customer deactivated",
                granted -> root.send(
                        "POST", "/rest/V1/customers/" + granted.customer().id() + "/deactivate", ""));
        ofCustomers.put(
                "customer deleted",
                granted -> root.send(
                        "DELETE", "/rest/V1/customers/" + granted.customer().id(), ""));
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, End> way : ofBoth.entrySet()) {
                end("as itself, " + way.getKey(), way.getValue(), byItself(app()), GROUPS);
            }
            for (Map.Entry<String, End> way : ofCustomers.entrySet()) {
                Granted granted = forCustomer(app());
                end("for a customer, " + way.getKey(), way.getValue(), granted, ME);
                Renewal renewal = new Renewal(way.getKey(), granted.app(), granted.refresh());
                requireNotRenewed(renewal);
                renewals.add(renewal);
            }
        }
        assertThat(ended.count()).isEqualTo(ROUNDS * (ofBoth.size() + ofCustomers.size()));
        ended.requireRefused("later");
        instances.restart();
        ended.requireRefused("after a restart");
        for (Renewal renewal : renewals) {
            requireNotRenewed(renewal);
        }
    }

    /** What has just been made is often used at once, and through another instance. */
    @Test
    void an_integration_and_its_new_secret_count_at_the_other_instance_at_once() throws Exception {
        for (int i = 0; i < 10; i++) {
            App app = app();
            requireGranted(app);
            JsonNode rotated = root.post(app.path() + "/rotate", "");
            requireGranted(new App(
                    app.id(), app.clientId(), rotated.get("client_secret").asText()));
        }
    }

    private void requireGranted(App app) throws Exception {
        HttpResponse<String> answer = token(other, app, Map.of("grant_type", "client_credentials", "scope", GROUP));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        HttpResponse<String> groups = new Calls(
                        other, JSON.readTree(answer.body()).get("access_token").asText())
                .send("GET", GROUPS, "");
        assertThat(groups.statusCode()).as(groups.body()).isEqualTo(200);
    }

    private void end(String how, End way, Granted granted, String path) throws Exception {
        ended.awaitAccepted(granted.access(), path);
        HttpResponse<String> answer = way.of(granted);
        long acknowledged = System.nanoTime();
        assertThat(answer.statusCode()).as("%s: %s", how, answer.body()).isEqualTo(200);
        ended.requireEnded(how, granted.access(), path, acknowledged);
    }

    private void requireNotRenewed(Renewal renewal) throws Exception {
        for (PackagedService service : instances.all()) {
            HttpResponse<String> answer = token(service, renewal.app(), refreshing(renewal.refresh()));
            assertThat(answer.statusCode())
                    .as("%s: %s", renewal.how(), answer.body())
                    .isIn(400, 401);
            assertThat(JSON.readTree(answer.body()).path("error").asText())
                    .as("%s: %s", renewal.how(), answer.body())
                    .isIn("invalid_grant", "invalid_client");
        }
    }

    private App app() throws Exception {
        JsonNode made = root.post("/rest/V1/integrations", """
                {"integration": {"name": "App %d", "resources": ["%s"], "redirect_uris": ["%s"]}}""".formatted(number++, GROUP, REDIRECT));
        return new App(
                made.get("id").asLong(),
                made.get("client_id").asText(),
                made.get("client_secret").asText());
    }

    private Granted byItself(App app) throws Exception {
        JsonNode issued = Calls.read(token(one, app, Map.of("grant_type", "client_credentials", "scope", GROUP)));
        return new Granted(app, null, issued.get("access_token").asText(), "");
    }

    /** As the app and the customer's browser do it; the tokens come from the refresh token once, so that it is known to work. */
    private Granted forCustomer(App app) throws Exception {
        Customer customer = customer();
        Pkce pkce = Pkce.fresh();
        HttpResponse<String> sent = new Calls(one, "")
                .send(
                        "GET",
                        "/oauth2/authorize?"
                                + form(Map.of(
                                        "response_type", "code",
                                        "client_id", app.clientId(),
                                        "redirect_uri", REDIRECT,
                                        "scope", "customer:read",
                                        "state", "s",
                                        "code_challenge", pkce.challenge(),
                                        "code_challenge_method", "S256")),
                        "");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String request = parameter(sent.headers().firstValue("Location").orElseThrow(), "request");
        JsonNode decided = new Calls(one, customer.token()).post("/oauth2/requests/" + request, "{\"approve\": true}");
        JsonNode first = Calls.read(token(
                one,
                app,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        parameter(decided.get("redirect_uri").asText(), "code"),
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        pkce.verifier())));
        JsonNode renewed =
                Calls.read(token(one, app, refreshing(first.get("refresh_token").asText())));
        return new Granted(
                app,
                customer,
                renewed.get("access_token").asText(),
                renewed.get("refresh_token").asText());
    }

    private Customer customer() throws Exception {
        String email = "granting" + number++ + "@example.com";
        JsonNode made = new Calls(one, "").post("/rest/V1/customers", """
                {"customer": {"email": "%s", "firstname": "Ada", "lastname": "L"}, "password": "%s"}""".formatted(email, PASSWORD));
        JsonNode token = new Calls(one, "").post("/rest/V1/integration/customer/token", """
                {"username": "%s", "password": "%s"}""".formatted(email, PASSWORD));
        return new Customer(made.get("id").asLong(), token.asText());
    }

    private static Map<String, String> refreshing(String token) {
        return Map.of("grant_type", "refresh_token", "refresh_token", token);
    }

    private HttpResponse<String> revoke(App app, String token) throws Exception {
        return post(other, "/oauth2/revoke", app, Map.of("token", token));
    }

    private static HttpResponse<String> token(PackagedService service, App app, Map<String, String> parameters)
            throws Exception {
        return post(service, "/oauth2/token", app, parameters);
    }

    private static HttpResponse<String> post(
            PackagedService service, String path, App app, Map<String, String> parameters) throws Exception {
        String secret = Base64.getEncoder()
                .encodeToString((app.clientId() + ":" + app.clientSecret()).getBytes(StandardCharsets.US_ASCII));
        return service.client()
                .send(
                        service.request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Authorization", "Basic " + secret)
                                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String parameter(String url, String name) {
        return url.replaceAll(".*[?&]" + name + "=([^&#]+).*", "$1");
    }
}
