package io.clientele.customer;

import static io.restassured.RestAssured.given;

import io.clientele.store.StoreFixture;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Steps in the life of an account, as somebody without a token takes them on a site. */
record LifeFixture(SiteFixture site) {

    /** A site of its own, where nobody waits between two requests for a reset. */
    static LifeFixture make() {
        LifeFixture life = new LifeFixture(SiteFixture.make());
        life.set("customer/password/min_time_between_password_reset_requests", "0");
        return life;
    }

    LifeFixture confirming() {
        StoreFixture.set("customer/create_account/confirm", "1", "websites", site.website());
        return this;
    }

    /** Lets the site tell which addresses have accounts, as the contract does. */
    LifeFixture revealing() {
        StoreFixture.set("clientele/privacy/conceal_accounts", "0", "websites", site.website());
        return this;
    }

    void set(String path, String value) {
        StoreFixture.set(path, value, "stores", site.view());
    }

    ValidatableResponse post(String path, Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(site.path(path))
                .then();
    }

    ValidatableResponse requestReset(Object email) {
        return requestReset(email, "email_reset");
    }

    ValidatableResponse requestReset(Object email, String template) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "template", template))
                .put(site.path("/customers/password"))
                .then();
    }

    ValidatableResponse reset(Object email, String token, String password) {
        return post("/customers/resetPassword", Map.of("email", email, "resetToken", token, "newPassword", password));
    }

    ValidatableResponse activate(Object email, String key) {
        return post("/customers/activate", Map.of("email", email, "confirmationKey", key));
    }

    /** The statuses of so many requests sent at the same time. */
    static List<Integer> together(int times, Callable<ValidatableResponse> request) throws Exception {
        Callable<Response> each = () -> request.call().extract().response();
        return Together.run(Collections.nCopies(times, each)).stream()
                .map(Response::statusCode)
                .toList();
    }

    /** A GraphQL document of a guest on the site. */
    ValidatableResponse graphql(String document, Map<String, ?> variables) {
        return given().contentType(ContentType.JSON)
                .header("Store", site.code())
                .body(Map.of("query", document, "variables", new HashMap<>(variables)))
                .post("/graphql")
                .then();
    }
}
