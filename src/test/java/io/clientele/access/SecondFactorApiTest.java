package io.clientele.access;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.clientele.MailFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators' second factor. */
@QuarkusTest
class SecondFactorApiTest {

    private static final String PASSWORD = "Two-Factors-1";
    private static final String ROLES = "clientele/second_factor/roles";
    private static final String FORCED = "twofactorauth/general/force_providers";
    private static final String WRONG = "Invalid code.";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Inject
    Database database;

    private String username;
    private int userId;
    private Instant now = Instant.now();

    @BeforeEach
    void make_an_administrator_whose_role_needs_one() {
        username = "twofold" + COUNT.incrementAndGet();
        int role = asAdmin()
                .body(Map.of(
                        "role",
                        Map.of("name", "Needs two " + username, "resources", List.of("Magento_TwoFactorAuth::tfa"))))
                .post("/rest/V1/admin/roles")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        userId = asAdmin()
                .body(Map.of(
                        "user",
                        Map.of(
                                "username",
                                username,
                                "email",
                                username + "@example.com",
                                "firstname",
                                "Two",
                                "lastname",
                                "Fold",
                                "password",
                                PASSWORD,
                                "role_id",
                                role)))
                .post("/rest/V1/admin/users")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        StoreFixture.set(ROLES, "999999," + role, "default", 0);
    }

    @AfterEach
    void demand_it_of_nobody() {
        StoreFixture.inherit(ROLES, "default", 0);
    }

    @Test
    void a_role_that_needs_one_signs_in_with_a_code_after_configuring_by_the_mailed_token() throws Exception {
        StoreFixture.set(
                "twofactorauth/general/webapi_notification_url", "https://admin.example/tfa?token=:tfat", "default", 0);
        plain().statusCode(400)
                .body(
                        "message",
                        is("You are required to configure personal Two-Factor Authorization in order to login."
                                + " Please check your email."));
        StoreFixture.inherit("twofactorauth/general/webapi_notification_url", "default", 0);
        String token = mailedToken();
        assertThat(text()).contains("https://admin.example/tfa?token=" + token);
        tfat("tfat-user-providers", token).statusCode(200).body("code", equalTo(List.of("google")));
        tfat("tfat-providers-to-activate", token).statusCode(200).body("code", equalTo(List.of("google")));
        Response configuration = post("provider/google/configure", Map.of("tfaToken", token));
        String secret = configuration.then().statusCode(200).extract().path("secret_code");
        assertThat(secret).matches("[A-Z2-7]{32,}=*");
        byte[] picture = Base64.getDecoder().decode(configuration.<String>path("qr_code_base64"));
        assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isGreaterThan(200);
        // Loaded again, it is the same one.
        assertThat(post("provider/google/configure", Map.of("tfaToken", token)).<String>path("secret_code"))
                .isEqualTo(secret);
        post("provider/google/activate", Map.of("tfaToken", token, "otp", "000000"))
                .then()
                .statusCode(401)
                .body("message", is(WRONG));
        post("provider/google/activate", Map.of("tfaToken", token, "otp", code(secret)))
                .then()
                .statusCode(200);
        tfat("tfat-user-providers", token)
                .statusCode(401)
                .body("message", is("Invalid two-factor authorization token"));
        plain().statusCode(401)
                .body("message", is("Please use the 2fa provider-specific endpoints to obtain a token."))
                .body("parameters.active_providers", equalTo(List.of("google")));
        later(Duration.ofSeconds(30));
        String access = authenticate(code(secret)).statusCode(200).extract().as(String.class);
        as(access)
                .get("/rest/V1/tfa/installed-providers")
                .then()
                .statusCode(200)
                .body("[0].name", is("Google Authenticator"));
    }

    @Test
    void a_code_is_good_once_and_within_the_leeway_only() {
        String secret = active();
        later(Duration.ofMinutes(2));
        String code = code(secret);
        authenticate(code).statusCode(200);
        authenticate(code).statusCode(401).body("message", is(WRONG));
        // One from before the last used one is used up with it.
        authenticate(OneTimeCodes.at(bytes(secret), now.minusSeconds(25))).statusCode(401);
        authenticate(OneTimeCodes.at(bytes(secret), now.plusSeconds(90))).statusCode(401);
        later(Duration.ofSeconds(40));
        authenticate(OneTimeCodes.at(bytes(secret), now.minusSeconds(75))).statusCode(401);
        authenticate(OneTimeCodes.at(bytes(secret), now.plusSeconds(25))).statusCode(200);
    }

    @Test
    void ten_wrong_codes_lock_for_five_minutes_even_for_the_right_one() {
        String secret = active();
        later(Duration.ofMinutes(1));
        for (int i = 0; i < 10; i++) {
            authenticate("00000" + i).statusCode(401).body("message", is(WRONG));
        }
        authenticate(code(secret)).statusCode(401).body("message", is(WRONG));
        later(Duration.ofSeconds(290));
        authenticate(code(secret)).statusCode(401);
        later(Duration.ofSeconds(10));
        authenticate(code(secret)).statusCode(200);
    }

    @Test
    void a_wrong_password_is_refused_alike_with_and_without_a_second_factor() {
        active();
        for (String code : new String[] {"000000", "123456"}) {
            post("provider/google/authenticate", Map.of("username", username, "password", "Wrong-Pass-1", "otp", code))
                    .then()
                    .statusCode(401)
                    .body(
                            "message",
                            is("The account sign-in was incorrect or your account is disabled temporarily."
                                    + " Please wait and try again later."));
        }
        post("provider/google/authenticate", Map.of("username", username, "password", PASSWORD, "otp", ""))
                .then()
                .statusCode(400)
                .body("parameters", equalTo(Map.of("fieldName", "otp")));
    }

    @Test
    void another_administrator_takes_a_lost_one_away_and_ends_the_sessions() {
        String secret = active();
        later(Duration.ofMinutes(1));
        String access = authenticate(code(secret)).statusCode(200).extract().as(String.class);
        String reset = "/rest/V1/admin/users/" + userId + "/resetSecondFactor";
        as(access)
                .post(reset)
                .then()
                .statusCode(400)
                .body("message", is("You can't reset your own second factor. Another administrator can."));
        asAdmin().get("/rest/V1/tfa/providers-to-activate/" + userId).then().body("size()", is(0));
        asAdmin().post(reset).then().statusCode(200).body(is("true"));
        as(access).get("/rest/V1/tfa/installed-providers").then().statusCode(401);
        asAdmin().get("/rest/V1/tfa/providers-to-activate/" + userId).then().body("code", equalTo(List.of("google")));
        asAdmin().get("/rest/V1/tfa/user-providers/" + userId).then().body("code", equalTo(List.of("google")));
        asAdmin()
                .get("/rest/V1/tfa/default-provider-code/" + userId)
                .then()
                .statusCode(200)
                .body(is("\"google\""));
        plain().statusCode(400);
    }

    @Test
    void all_need_one_with_the_contracts_setting_and_nobody_without() {
        StoreFixture.inherit(ROLES, "default", 0);
        String access = plain().statusCode(200).extract().as(String.class);
        as(access).get("/rest/V1/tfa/forced-providers").then().statusCode(200).body("size()", is(0));
        asAdmin().get("/rest/V1/tfa/default-provider-code/" + userId).then().body(is("\"\""));
        authenticate("123456").statusCode(400).body("message", is("Provider is not configured."));
        StoreFixture.set(FORCED, "google", "default", 0);
        try {
            as(access).get("/rest/V1/tfa/forced-providers").then().body("code", equalTo(List.of("google")));
            plain().statusCode(400);
        } finally {
            StoreFixture.inherit(FORCED, "default", 0);
        }
    }

    @Test
    void the_secret_is_encrypted_and_bound_to_its_administrator() {
        String secret = active();
        byte[] kept = database.first(
                        SqlFragment.of("select secret from admin_second_factor where user_id = ?", userId),
                        row -> row.getBytes("secret"))
                .orElseThrow();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
        assertThat(kept).hasSizeGreaterThan(secret.length());
    }

    private String active() {
        plain().statusCode(400);
        String token = mailedToken();
        String secret =
                post("provider/google/configure", Map.of("tfaToken", token)).path("secret_code");
        post("provider/google/activate", Map.of("tfaToken", token, "otp", code(secret)))
                .then()
                .statusCode(200);
        return secret;
    }

    private String mailedToken() {
        Matcher token = Pattern.compile("\\b[0-9a-f]{48}\\b").matcher(text());
        assertThat(token.find()).isTrue();
        return token.group();
    }

    private String text() {
        return MailFixture.mail(username + "@example.com", "second-factor")
                .get("text")
                .toString();
    }

    private void later(Duration time) {
        now = now.plus(time);
        QuarkusMock.installMockForType(Clock.fixed(now, ZoneOffset.UTC), Clock.class);
    }

    private String code(String secret) {
        return OneTimeCodes.at(bytes(secret), now);
    }

    private static byte[] bytes(String secret) {
        return secret.getBytes(StandardCharsets.US_ASCII);
    }

    private ValidatableResponse plain() {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", PASSWORD))
                .post("/rest/V1/integration/admin/token")
                .then();
    }

    private ValidatableResponse authenticate(String code) {
        return post("provider/google/authenticate", Map.of("username", username, "password", PASSWORD, "otp", code))
                .then();
    }

    private static Response post(String path, Map<String, String> body) {
        return given().contentType(ContentType.JSON).body(body).post("/rest/V1/tfa/" + path);
    }

    private static ValidatableResponse tfat(String path, String token) {
        return given().queryParam("tfaToken", token).get("/rest/V1/tfa/" + path).then();
    }
}
