package io.clientele.integration;

import static io.clientele.integration.IntegrationFixture.integration;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.github.scribejava.core.services.HMACSha1SignatureService;
import com.github.scribejava.core.services.PlaintextSignatureService;
import io.clientele.AdminFixture;
import io.clientele.customer.CustomerFixture;
import io.clientele.integration.IntegrationFixture.Made;
import io.clientele.integration.OAuthFixture.Signing;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Requests that an integration has signed by OAuth 1.0a. */
@QuarkusTest
class SignedRequestTest {

    private static final String CUSTOMERS = "Magento_Customer::customer";
    private static final String MODULES = "/rest/V1/modules";

    @Test
    void every_form_of_a_path_is_checked_as_it_was_sent() {
        Made made = integration(List.of(CUSTOMERS));
        String criteria = "?searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bfield%5D=firstname"
                + "&searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bvalue%5D=%25a%20b%2Bc%C3%A9%25"
                + "&searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D%5Bcondition_type%5D=like"
                + "&searchCriteria%5BpageSize%5D=2&fields=items%5Bid%5D,total_count";
        for (String path : List.of(
                "/rest/V1/customers/search" + criteria,
                "/rest/default/V1/customers/search" + criteria,
                "/rest/all/V1/customers/search" + criteria,
                "/rest/V1/customers/search/" + criteria,
                "/rest/V1/customers/search?searchCriteria",
                "/rest/V1/customers/search?searchCriteria=",
                MODULES,
                "/rest/default/V1/modules/")) {
            signed(made, "GET", path).then().statusCode(200);
        }
        signed(made, "GET", "/rest/V1/customerGroups/search?searchCriteria=")
                .then()
                .statusCode(401);
        signed(made, "GET", "/rest/V1/customers/me").then().statusCode(401).body("parameters.resources", is("self"));
    }

    @Test
    void a_body_is_not_part_of_what_is_signed_and_reaches_the_operation() {
        Made made = integration(List.of(CUSTOMERS));
        given().contentType(ContentType.JSON)
                .header(
                        "Authorization",
                        OAuthFixture.header(made, Signing.usual(), "POST", OAuthFixture.root() + "/rest/V1/customers"))
                .body(Map.of("customer", CustomerFixture.customer()))
                .post("/rest/V1/customers")
                .then()
                .statusCode(200);
    }

    @Test
    void graphql_takes_signed_requests_too() {
        Made made = integration(List.of(CUSTOMERS));
        given().contentType(ContentType.JSON)
                .header(
                        "Authorization",
                        OAuthFixture.header(made, Signing.usual(), "POST", OAuthFixture.root() + "/graphql"))
                .body(Map.of("query", "{ adminCustomers(pageSize: 1) { total_count } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", is((Object) null));
        String query = "/graphql?query=" + URLEncoder.encode("{ storeConfig { store_code } }", StandardCharsets.UTF_8);
        signed(made, "GET", query).then().statusCode(200).body("data.storeConfig.store_code", is("default"));
        String other = OAuthFixture.header(made, Signing.usual(), "GET", OAuthFixture.root() + "/graphql?query=x");
        given().urlEncodingEnabled(false)
                .header("Authorization", other)
                .get(query)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "OAuth oauth_problem=\"signature_invalid\"")
                .body("errors[0].message", is("The signature is invalid. Verify and try again."))
                .body("errors[0].extensions.category", is("graphql-authentication"));
    }

    @Test
    void sha_1_is_taken_where_the_shop_wants_it() {
        Made made = integration(List.of());
        Signing sha1 = Signing.usual().by(new HMACSha1SignatureService());
        String header = OAuthFixture.header(made, sha1, "GET", OAuthFixture.root() + MODULES);
        given().header("Authorization", header)
                .get(MODULES)
                .then()
                .statusCode(400)
                .body("message", is("Signature method %1 is not supported"))
                .body("parameters", hasItem("HMAC-SHA1"));
        StoreFixture.set("clientele/oauth/hmac_sha1", "1", "default", 0);
        try {
            given().header("Authorization", header).get(MODULES).then().statusCode(200);
        } finally {
            StoreFixture.inherit("clientele/oauth/hmac_sha1", "default", 0);
        }
    }

    @Test
    void a_nonce_is_good_for_one_of_many_at_once() throws Exception {
        Made made = integration(List.of());
        String header = OAuthFixture.header(made, Signing.usual(), "GET", OAuthFixture.root() + MODULES);
        try (ExecutorService senders = Executors.newFixedThreadPool(10)) {
            Callable<Integer> send =
                    () -> given().header("Authorization", header).get(MODULES).statusCode();
            List<Future<Integer>> sent = senders.invokeAll(java.util.Collections.nCopies(20, send));
            List<Integer> statuses = sent.stream()
                    .map(each -> {
                        try {
                            return each.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(statuses).containsOnlyOnce(200).contains(401).containsOnly(200, 401);
        }
    }

    @Test
    void a_request_that_is_refused_for_its_signature_uses_up_no_nonce() {
        Made made = integration(List.of());
        Signing signing = Signing.usual();
        String stolen = OAuthFixture.header(
                made.consumerKey(),
                "z".repeat(32),
                made.accessToken(),
                made.accessTokenSecret(),
                signing,
                "GET",
                OAuthFixture.root() + MODULES);
        given().header("Authorization", stolen).get(MODULES).then().statusCode(401);
        String own = OAuthFixture.header(made, signing, "GET", OAuthFixture.root() + MODULES);
        given().header("Authorization", own).get(MODULES).then().statusCode(200);
    }

    @Test
    void the_word_of_a_trusted_proxy_counts_for_scheme_and_host_and_nobody_else_s() throws Exception {
        Made made = integration(List.of());
        Map<String, List<String>> said = Map.of(
                "https://shop.example" + MODULES,
                        List.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "SHOP.example"),
                "https://shop.example:8443" + MODULES,
                        List.of(
                                "X-Forwarded-Proto",
                                "https",
                                "X-Forwarded-Host",
                                "shop.example",
                                "X-Forwarded-Port",
                                "8443"),
                "http://shop.example" + MODULES, List.of("X-Forwarded-Host", "shop.example:80"));
        for (Map.Entry<String, List<String>> each : said.entrySet()) {
            assertThat(from("127.0.0.1", made, each.getKey(), each.getValue()))
                    .as(each.getKey())
                    .isEqualTo(200);
            assertThat(from("127.0.0.2", made, each.getKey(), each.getValue()))
                    .as(each.getKey())
                    .isEqualTo(401);
        }
        String direct = "http://127.0.0.1:" + io.restassured.RestAssured.port + MODULES;
        assertThat(from("127.0.0.2", made, direct, said.get("https://shop.example" + MODULES)))
                .isEqualTo(200);
    }

    private static int from(String address, Made made, String url, List<String> headers) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral(address))
                .build()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + io.restassured.RestAssured.port + MODULES))
                    .header("Authorization", OAuthFixture.header(made, Signing.usual(), "GET", url));
            for (int i = 0; i < headers.size(); i += 2) {
                request.header(headers.get(i), headers.get(i + 1));
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }

    /** @param problem its name in the contract */
    private record Bad(String what, String header, int status, String problem) {}

    private static List<Bad> bad() {
        Made made = integration(List.of());
        Made other = integration(List.of());
        Made gone = integration(List.of());
        AdminFixture.asAdmin().post(gone.path() + "/revoke").then().statusCode(200);
        String good = header(made, Signing.usual());
        long now = Instant.now().getEpochSecond();
        String used = header(made, Signing.usual());
        given().header("Authorization", used).get(MODULES).then().statusCode(200);
        Signing own = Signing.usual();
        return List.of(
                new Bad("a nonce a second time", used, 401, "nonce_used"),
                new Bad(
                        "another signature",
                        good.replaceFirst("oauth_signature=\"..", "oauth_signature=\"AA"),
                        401,
                        "signature_invalid"),
                new Bad(
                        "no base64",
                        good.replaceFirst("oauth_signature=\"[^\"]+", "oauth_signature=\"%21%21"),
                        401,
                        "signature_invalid"),
                new Bad(
                        "a consumer secret that is wrong",
                        header(with(made, "z".repeat(32), made.accessToken(), made.accessTokenSecret())),
                        401,
                        "signature_invalid"),
                new Bad(
                        "a token secret that is wrong",
                        header(with(made, made.consumerSecret(), made.accessToken(), "z".repeat(32))),
                        401,
                        "signature_invalid"),
                new Bad(
                        "another time than was signed",
                        good.replaceFirst("oauth_timestamp=\"\\d+", "oauth_timestamp=\"" + (now - 5)),
                        401,
                        "signature_invalid"),
                new Bad(
                        "the token of another integration",
                        header(with(made, made.consumerSecret(), other.accessToken(), other.accessTokenSecret())),
                        401,
                        "token_rejected"),
                new Bad(
                        "a token that is too short",
                        header(with(made, made.consumerSecret(), "abc", made.accessTokenSecret())),
                        401,
                        "token_rejected"),
                new Bad(
                        "a token that is too long",
                        header(with(made, made.consumerSecret(), made.accessToken() + "0", made.accessTokenSecret())),
                        401,
                        "token_rejected"),
                new Bad("no token", good.replaceFirst("oauth_token=\"[^\"]+\",? ?", ""), 400, "parameter_absent"),
                new Bad(
                        "a consumer nobody knows",
                        good.replace(made.consumerKey(), "z".repeat(32)),
                        401,
                        "consumer_key_rejected"),
                new Bad(
                        "a consumer key that is too short",
                        good.replace(made.consumerKey(), "abc"),
                        401,
                        "consumer_key_rejected"),
                new Bad("a consumer that was revoked", header(gone, Signing.usual()), 401, "consumer_key_rejected"),
                new Bad(
                        "an old timestamp",
                        header(made, Signing.usual().at(Long.toString(now - 605))),
                        400,
                        "timestamp_refused"),
                new Bad(
                        "a timestamp to come",
                        header(made, Signing.usual().at(Long.toString(now + 630))),
                        400,
                        "timestamp_refused"),
                new Bad("no number", header(made, Signing.usual().at("now")), 400, "timestamp_refused"),
                new Bad(
                        "a number that is no time",
                        header(made, Signing.usual().at("99999999999999999999")),
                        400,
                        "timestamp_refused"),
                new Bad("a negative time", header(made, Signing.usual().at("-1")), 400, "timestamp_refused"),
                new Bad(
                        "no signature at all",
                        header(made, Signing.usual().by(new PlaintextSignatureService())),
                        400,
                        "signature_method_rejected"),
                new Bad(
                        "a method nobody knows",
                        good.replace("HMAC-SHA256", "RSA-SHA512"),
                        400,
                        "signature_method_rejected"),
                new Bad(
                        "another version",
                        good.replace("oauth_version=\"1.0\"", "oauth_version=\"2.0\""),
                        400,
                        "version_rejected"),
                new Bad(
                        "a parameter that comes twice",
                        good + ", oauth_nonce=\"" + own.nonce() + "\"",
                        400,
                        "parameter_rejected"),
                new Bad("two headers in one", good + "," + header(made, own), 400, "parameter_rejected"),
                new Bad("a parameter without a value", good + ", oauth_x", 400, "parameter_rejected"),
                new Bad(
                        "what is encoded badly",
                        good.replaceFirst("oauth_nonce=\"", "oauth_nonce=\"%zz"),
                        400,
                        "parameter_rejected"),
                new Bad(
                        "a nonce without end",
                        header(made, Signing.usual().once("n".repeat(256))),
                        400,
                        "parameter_rejected"),
                new Bad(
                        "an empty nonce",
                        good.replaceFirst("oauth_nonce=\"[^\"]+", "oauth_nonce=\""),
                        400,
                        "parameter_absent"),
                new Bad("the scheme alone", "OAuth", 400, "parameter_absent"),
                new Bad("only a realm", "OAuth realm=\"x\"", 400, "parameter_absent"));
    }

    @Test
    void what_is_wrong_is_refused_with_the_name_of_the_problem() {
        SoftAssertions softly = new SoftAssertions();
        for (Bad bad : bad()) {
            Response answer = given().header("Authorization", bad.header()).get(MODULES);
            softly.assertThat(answer.statusCode())
                    .as("%s: %s", bad.what(), answer.asString())
                    .isEqualTo(bad.status());
            softly.assertThat(answer.header("WWW-Authenticate"))
                    .as(bad.what())
                    .isEqualTo("OAuth oauth_problem=\"" + bad.problem() + "\"");
            softly.assertThat(answer.jsonPath().getString("message"))
                    .as(bad.what())
                    .isNotBlank();
            for (String step : List.of("request", "access")) {
                Response exchange =
                        given().header("Authorization", bad.header()).post("/oauth/token/" + step);
                softly.assertThat(exchange.statusCode())
                        .as("%s: %s", bad.what(), exchange.asString())
                        .isIn(400, 401);
                softly.assertThat(exchange.asString()).as(bad.what()).startsWith("oauth_problem=");
            }
        }
        softly.assertAll();
    }

    private static Made with(Made made, String consumerSecret, String token, String tokenSecret) {
        return new Made(
                made.id(),
                made.name(),
                made.consumerKey(),
                consumerSecret,
                token,
                tokenSecret,
                made.clientId(),
                made.clientSecret());
    }

    private static String header(Made made) {
        return header(made, Signing.usual());
    }

    private static String header(Made made, Signing signing) {
        return OAuthFixture.header(made, signing, "GET", OAuthFixture.root() + MODULES);
    }

    private static Response signed(Made made, String verb, String path) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", OAuthFixture.header(made, Signing.usual(), verb, OAuthFixture.root() + path))
                .request(verb, path);
    }
}
