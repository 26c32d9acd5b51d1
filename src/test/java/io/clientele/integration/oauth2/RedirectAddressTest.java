package io.clientele.integration.oauth2;

import static io.clientele.integration.oauth2.OAuth2Fixture.authorize;
import static io.clientele.integration.oauth2.OAuth2Fixture.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.integration.IntegrationFixture;
import io.clientele.integration.IntegrationFixture.Made;
import io.clientele.integration.oauth2.OAuth2Fixture.Pkce;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Where browsers are sent back to: the app's own addresses, sign by sign, and nowhere else (RFC 9700, 2.1). */
@QuarkusTest
class RedirectAddressTest {

    private static final String RIGHT = "https://app.example/oauth/Callback?tenant=1&b=%7Ex";
    private static final String LOCAL = "http://127.0.0.1:8123/callback";

    @Test
    void a_hundred_near_misses_are_refused_and_nobody_is_sent_anywhere() {
        Made app = IntegrationFixture.made(IntegrationFixture.draft(List.of(), "redirect_uris", List.of(RIGHT, LOCAL)));
        Pkce pkce = Pkce.fresh();
        for (String own : List.of(RIGHT, LOCAL)) {
            assertThat(to(app, pkce, own).statusCode()).as(own).isEqualTo(303);
        }
        Set<String> misses = nearMisses();
        assertThat(misses).hasSizeGreaterThanOrEqualTo(100).doesNotContain(RIGHT, LOCAL);
        SoftAssertions softly = new SoftAssertions();
        for (String miss : misses) {
            Response answer = to(app, pkce, miss);
            softly.assertThat(answer.statusCode()).as(miss).isEqualTo(400);
            softly.assertThat(answer.header("Location")).as(miss).isNull();
            softly.assertThat(answer.jsonPath().getString("error")).as(miss).isEqualTo("invalid_request");
        }
        softly.assertAll();
    }

    private static Response to(Made app, Pkce pkce, String redirect) {
        Map<String, String> query = query(app, pkce, "customer:read");
        query.put("redirect_uri", redirect);
        return authorize(query);
    }

    private static Set<String> nearMisses() {
        Set<String> misses = new LinkedHashSet<>();
        // Every sign left out, or in the other case, or doubled.
        for (int i = 0; i < RIGHT.length(); i++) {
            misses.add(RIGHT.substring(0, i) + RIGHT.substring(i + 1));
            char sign = RIGHT.charAt(i);
            char other = Character.isUpperCase(sign) ? Character.toLowerCase(sign) : Character.toUpperCase(sign);
            misses.add(RIGHT.substring(0, i) + other + RIGHT.substring(i + 1));
            misses.add(RIGHT.substring(0, i) + sign + RIGHT.substring(i));
        }
        misses.addAll(List.of(
                RIGHT + "#",
                RIGHT + "#x",
                RIGHT + "&",
                RIGHT + "&x=1",
                RIGHT + "/",
                RIGHT + " ",
                " " + RIGHT,
                RIGHT + "%00",
                RIGHT + "\0",
                RIGHT + "\n",
                RIGHT.replace("https", "http"),
                RIGHT.replace("https", "HTTPS"),
                RIGHT.replace("app.example", "APP.example"),
                RIGHT.replace("app.example", "app.example."),
                RIGHT.replace("app.example", "app.example:443"),
                RIGHT.replace("app.example", "app.example.evil.example"),
                RIGHT.replace("app.example", "evil.example"),
                RIGHT.replace("app.example", "evilapp.example"),
                RIGHT.replace("app.example", "x.app.example"),
                RIGHT.replace("app.example", "app.example@evil.example"),
                RIGHT.replace("app.example", "evil.example\\@app.example"),
                RIGHT.replace("app.example", "evil.example%2F@app.example"),
                RIGHT.replace("app.example", "user@app.example"),
                RIGHT.replace("app.example", "аpp.example"),
                RIGHT.replace("/oauth/", "/oauth//"),
                RIGHT.replace("/oauth/", "/oauth/../oauth/"),
                RIGHT.replace("/oauth/", "/./oauth/"),
                RIGHT.replace("/oauth/", "/oauth%2F"),
                RIGHT.replace("/oauth/", "/%6Fauth/"),
                RIGHT.replace("/oauth/", "/oauth;x/"),
                RIGHT.replace("Callback", "Callback/"),
                RIGHT.replace("Callback", "Callback/../Callback"),
                RIGHT.replace("Callback", "callback"),
                RIGHT.replace("%7E", "%7e"),
                RIGHT.replace("%7Ex", "~x"),
                RIGHT.replace("tenant=1&b=%7Ex", "b=%7Ex&tenant=1"),
                RIGHT.replace("tenant=1", "tenant=2"),
                RIGHT.substring(0, RIGHT.indexOf('?')),
                RIGHT.substring(0, RIGHT.indexOf('?') + 1),
                "https://app.example",
                "https://app.example/",
                "//app.example/oauth/Callback?tenant=1&b=%7Ex",
                "/oauth/Callback?tenant=1&b=%7Ex",
                "javascript:alert(1)",
                "data:text/html,x",
                LOCAL.replace("8123", "8124"),
                LOCAL.replace(":8123", ""),
                LOCAL.replace("127.0.0.1", "localhost"),
                LOCAL.replace("127.0.0.1", "127.0.0.2"),
                LOCAL.replace("127.0.0.1", "2130706433"),
                LOCAL.replace("127.0.0.1", "[::1]"),
                LOCAL.replace("http", "https"),
                "",
                RIGHT + "," + LOCAL,
                RIGHT + " " + LOCAL));
        misses.remove(RIGHT);
        return misses;
    }
}
