package io.clientele.newsletter;

import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;

import io.clientele.customer.GraphQLFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.store.StoreFixture;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** The newsletter of a site of its own. */
record NewsletterFixture(SiteFixture site) {

    private static final String SUBSCRIBE =
            "mutation ($email: String!) { subscribeEmailToNewsletter(email: $email) { status } }";
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    static NewsletterFixture make() {
        return new NewsletterFixture(SiteFixture.make());
    }

    /** One that tells which addresses are subscribed, as the contract does. */
    static NewsletterFixture revealing() {
        NewsletterFixture newsletter = make();
        StoreFixture.set(
                "clientele/privacy/conceal_accounts",
                "0",
                "websites",
                newsletter.site().website());
        return newsletter;
    }

    NewsletterFixture confirming() {
        return set("newsletter/subscription/confirm", "1");
    }

    NewsletterFixture set(String path, String value) {
        StoreFixture.set(path, value, "stores", site.view());
        return this;
    }

    /** Subscribes the address with the token, empty for a guest. */
    ValidatableResponse subscribe(String token, Object email) {
        RequestSpecification request = given().contentType(ContentType.JSON).header("Store", site.code());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.body(Map.of("query", SUBSCRIBE, "variables", Map.of("email", email)))
                .post("/graphql")
                .then();
    }

    /** A GraphQL document of a guest on the site. */
    ValidatableResponse graphql(String document) {
        return given().contentType(ContentType.JSON)
                .header("Store", site.code())
                .body(Map.of("query", document))
                .post("/graphql")
                .then();
    }

    static ValidatableResponse follow(String what, String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", token))
                .post("/rest/V1/newsletter/" + what)
                .then();
    }

    /** The subscriptions of the address, as administrators find them. */
    static List<Map<String, Object>> subscribers(Object email) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "email")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", email)
                .get("/rest/V1/newsletter/subscribers/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    /** The one subscription of the address once there is one, which may be after the answer. */
    static Map<String, Object> subscriber(Object email) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() - end < 0) {
            List<Map<String, Object>> found = subscribers(email);
            if (found.size() == 1) {
                return found.get(0);
            }
        }
        throw new AssertionError("not one subscription of " + email);
    }

    /** The subscription's status in the contract's numbers. */
    static int status(Object email) {
        return (Integer) subscriber(email).get("status");
    }

    /** What an administrator's document answers. */
    static ValidatableResponse asAdministrator(String token, String document) {
        return GraphQLFixture.graphql(token, document);
    }
}
