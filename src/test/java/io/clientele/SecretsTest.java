package io.clientele;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.scribejava.core.model.OAuth1RequestToken;
import io.clientele.integration.EndpointFixture;
import io.clientele.integration.IntegrationFixture;
import io.clientele.integration.IntegrationFixture.Made;
import io.clientele.integration.OAuthFixture;
import io.clientele.integration.OAuthFixture.Signing;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Secrets that are used over the routes are looked for where they must not be: in the log with all of it switched on, in
 * answers, and in every column of the database but those of hashes and of mails that wait.
 */
@QuarkusTest
class SecretsTest {

    private static final List<String> LOUD = List.of(
            "", "io.clientele", "io.quarkus", "io.vertx", "io.smallrye", "io.netty", "org.hibernate", "org.jboss");

    /**
     * What is not the service's word: the client of the tests, mails shown to a developer or handed over, and the two traces whose one
     * purpose is to show every value that goes to the database.
     */
    private static final List<String> TELLING = List.of(
            "org.apache.http",
            "io.clientele.mail",
            "io.vertx.ext.mail",
            "org.hibernate.orm.jdbc.bind",
            "org.postgresql");

    /** The mail that waits for delivery holds the link that it is about. */
    private static final List<String> MAILS = List.of("outbox", "kept_mail");

    @Inject
    Database database;

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final List<String> answers = new ArrayList<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<Logger, Level> levels = new HashMap<>();
    private final Handler all = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (TELLING.stream()
                    .noneMatch(name -> String.valueOf(line.getLoggerName()).startsWith(name))) {
                logged.add(text(line));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private static String text(LogRecord line) {
        StringWriter text = new StringWriter();
        text.append(line.getLoggerName()).append(": ").append(line.getMessage());
        text.append(line.getParameters() == null ? "" : " " + Arrays.toString(line.getParameters()));
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }

    @BeforeEach
    void listen() {
        all.setLevel(Level.ALL);
        for (String name : LOUD) {
            Logger logger = Logger.getLogger(name);
            levels.put(logger, logger.getLevel());
            logger.setLevel(Level.ALL);
        }
        Logger.getLogger("").addHandler(all);
    }

    @AfterEach
    void stop_listening() {
        Logger.getLogger("").removeHandler(all);
        levels.forEach(Logger::setLevel);
    }

    private String secret(String what, String value) {
        secrets.put(what, value);
        return value;
    }

    private String password(String what) {
        return secret(what, "Canary-" + UUID.randomUUID());
    }

    private Response note(Response answer) {
        answers.add(answer.asString() + answer.headers());
        return answer;
    }

    private static RequestSpecification guest() {
        return given().contentType(ContentType.JSON).accept(ContentType.JSON);
    }

    private RequestSpecification own(String token) {
        return as(token);
    }

    private String signIn(String kind, Object username, String password) {
        String token = guest().body(Map.of("username", username, "password", password))
                .post("/rest/V1/integration/" + kind + "/token")
                .then()
                .statusCode(200)
                .extract()
                .as(String.class);
        return secret("token " + secrets.size(), token);
    }

    @Test
    void no_secret_is_found_anywhere_after_the_routes_were_used() throws Exception {
        Map<String, Object> ada = customer();
        Object email = ada.get("email");
        String first = password("first password");
        note(guest().body(Map.of("customer", ada, "password", first)).post("/rest/V1/customers"));
        String token = signIn("customer", email, first);
        note(own(token).get("/rest/V1/customers/me"));
        note(own(token).body(Map.of("customer", ada)).put("/rest/V1/customers/me"));
        String second = password("second password");
        note(own(token)
                .body(Map.of("currentPassword", password("wrong password"), "newPassword", second))
                .put("/rest/V1/customers/me/password"));
        note(own(token)
                .body(Map.of("currentPassword", first, "newPassword", second))
                .put("/rest/V1/customers/me/password"));
        note(own(token)
                .body(Map.of(
                        "query",
                        "mutation { changeCustomerPassword(currentPassword: \"" + second + "\", newPassword: \""
                                + password("third password") + "\") { email } }"))
                .post("/graphql"));
        String third = secrets.get("third password");
        note(guest().body(Map.of(
                        "query",
                        "mutation { generateCustomerToken(email: \"" + email + "\", password: \""
                                + password("guessed password") + "\") { token } }"))
                .post("/graphql"));
        note(guest().body(Map.of("email", email, "template", "email_reset")).put("/rest/V1/customers/password"));
        String reset = secret("reset token", MailFixture.token(MailFixture.mail(email, "password-reset")));
        note(guest().body(Map.of("email", email, "resetToken", reset, "newPassword", "short"))
                .post("/rest/V1/customers/resetPassword"));
        note(guest().body(Map.of("email", email, "resetToken", reset, "newPassword", password("fourth password")))
                .post("/rest/V1/customers/resetPassword"));
        note(guest().body("{\"username\": \"" + email + "\", \"password\": \"" + third)
                .post("/rest/V1/integration/customer/token"));
        note(own(token + "x").get("/rest/V1/customers/me"));
        String user = "s" + UUID.randomUUID().toString().substring(0, 8);
        String ofUser = password("administrator's password");
        note(asAdmin()
                .body(Map.of(
                        "user",
                        Map.of(
                                "username",
                                user,
                                "email",
                                user + "@example.com",
                                "firstname",
                                "Se",
                                "lastname",
                                "Cret",
                                "password",
                                ofUser,
                                "role_id",
                                1)))
                .post("/rest/V1/admin/users"));
        String admin = signIn("admin", user, ofUser);
        note(as(admin).get("/rest/V1/auditLog/search?searchCriteria[pageSize]=200"));
        note(as(admin).accept("text/csv").get("/rest/V1/auditLog/export?searchCriteria"));
        note(as(admin).get("/rest/V1/signingKeys"));
        integration();
        secret("idempotency key", UUID.randomUUID().toString());
        note(asAdmin()
                .header("Idempotency-Key", secrets.get("idempotency key"))
                .body(Map.of("customer", customer(), "password", password("password under a key")))
                .post("/rest/V1/customers"));

        assertThat(secrets).hasSizeGreaterThan(10);
        assertThat(logged).as("the log is heard").hasSizeGreaterThan(50);
        String stored = stored();
        secrets.forEach((what, value) -> {
            assertThat(answers)
                    .as("%s in answers", what)
                    .filteredOn(answer -> answer.contains(value))
                    .isEmpty();
            assertThat(logged)
                    .as("%s in the log", what)
                    .filteredOn(line -> line.contains(value))
                    .isEmpty();
            assertThat(stored.contains(value)).as("%s in the database", what).isFalse();
            assertThat(stored.contains(HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8))))
                    .as("%s in the database, as bytes", what)
                    .isFalse();
        });
    }

    /** Makes an integration, tells its endpoint, and calls by each of its credentials. */
    private void integration() throws Exception {
        try (EndpointFixture endpoint = new EndpointFixture()) {
            Made made = known(IntegrationFixture.made(
                    IntegrationFixture.draft(List.of("Magento_Customer::customer"), "endpoint", endpoint.url())));
            note(asAdmin().get(made.path()));
            note(asAdmin().get(IntegrationFixture.INTEGRATIONS + "/search?searchCriteria"));
            secret("verifier", endpoint.next().get("oauth_verifier"));
            String modules = "/rest/V1/modules";
            String signed = OAuthFixture.header(made, Signing.usual(), "GET", OAuthFixture.root() + modules);
            note(given().header("Authorization", signed).get(modules));
            note(given().header("Authorization", signed).get(modules));
            note(as(made.accessToken()).get(modules));
            IntegrationFixture.allowBearer(true);
            note(as(made.accessToken()).get(modules));
            IntegrationFixture.allowBearer(false);
            OAuth1RequestToken token = OAuthFixture.client(made.consumerKey(), made.consumerSecret())
                    .getRequestToken();
            secret("request token", token.getToken());
            secret("request token secret", token.getTokenSecret());
            known(Made.of(asAdmin().post(made.path() + "/rotate")));
            secret("second verifier", endpoint.next().get("oauth_verifier"));
            note(asAdmin().delete(made.path()));
        }
    }

    private Made known(Made made) {
        secret("consumer secret " + secrets.size(), made.consumerSecret());
        secret("access token " + secrets.size(), made.accessToken());
        secret("access token secret " + secrets.size(), made.accessTokenSecret());
        secret("client secret " + secrets.size(), made.clientSecret());
        return made;
    }

    /** Every row of every table as text. */
    private String stored() {
        StringBuilder stored = new StringBuilder();
        List<String> tables = database.list(
                SqlFragment.of("select relname from pg_class where relnamespace = 'public'::regnamespace"
                        + " and relkind in ('r', 'p') and has_table_privilege(oid, 'select') order by 1"),
                row -> row.getString(1));
        assertThat(tables).contains("audit_entry", "credential", "access_token", "idempotency_key");
        tables.stream()
                .filter(table -> !MAILS.contains(table))
                .forEach(table -> database.list(
                        SqlFragment.of("select t::text from " + table + " t"),
                        row -> stored.append(row.getString(1)).append('\n').length()));
        return stored.toString();
    }

    @Test
    void what_callers_send_breaks_no_line_of_the_log() {
        String mark = UUID.randomUUID().toString();
        String forged = "x\r\n" + mark + " ERROR forged\u001b[31m";
        note(guest().body(Map.of("username", forged, "password", "Wrong-Passw0rd"))
                .post("/rest/V1/integration/customer/token"));
        note(guest().body(Map.of("username", forged, "password", "Wrong-Passw0rd"))
                .post("/rest/V1/integration/admin/token"));
        note(asAdmin()
                .get("/rest/V1/settings/"
                        + forged.replace("\r", "%0d")
                                .replace("\n", "%0a")
                                .replace("\u001b", "%1b")
                                .replace(" ", "%20")));
        note(guest().body(Map.of("query", "{ x(a: \"" + mark + "\") \u001b }", "operationName", forged))
                .post("/graphql"));
        note(asAdmin()
                .body(Map.of("customer", Map.of("email", forged, "firstname", forged, "lastname", forged)))
                .post("/rest/V1/customers"));
        assertThat(logged)
                .filteredOn(line -> line.contains(mark))
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain("\r")
                        .doesNotContain("\u001b")
                        .doesNotContain("\n" + mark));
    }

    @Test
    void a_failure_is_found_in_the_log_by_the_number_in_its_answer() {
        Response answer = guest().body(Map.of("query", "{ probeFailure }")).post("/graphql");
        String report = answer.jsonPath().getString("errors[0].extensions.report_id");
        assertThat(report).isNotBlank();
        assertThat(logged)
                .filteredOn(line -> line.contains(report))
                .singleElement()
                .asString()
                .contains("Unexpected failure, report");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
    }
}
