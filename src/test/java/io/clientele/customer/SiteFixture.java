package io.clientele.customer;

import static io.clientele.AdminFixture.as;
import static io.clientele.customer.CustomerFixture.PASSWORD;
import static io.restassured.RestAssured.given;

import io.clientele.AdminFixture;
import io.clientele.store.StoreFixture;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** A website with one store group and one store view, and what customers and administrators do there. */
public record SiteFixture(int website, int group, int view, String code) {

    /** The website a fresh database has. */
    public static SiteFixture base() {
        return new SiteFixture(1, 1, 1, "default");
    }

    public static SiteFixture make() {
        int website = StoreFixture.website(StoreFixture.code("shop"));
        int group = StoreFixture.group(website, StoreFixture.code("shopgroup"));
        String code = StoreFixture.code("shopview");
        return new SiteFixture(website, group, StoreFixture.view(website, group, code, true), code);
    }

    /** A path of this website's store view; without the version at its start. */
    public String path(String path) {
        return "/rest/" + code + "/V1" + path;
    }

    /** Registers a customer here; without the password if that is empty. */
    public Response register(Map<String, Object> customer, String password) {
        Map<String, Object> body =
                password.isEmpty() ? Map.of("customer", customer) : Map.of("customer", customer, "password", password);
        return given().contentType(ContentType.JSON).body(body).post(path("/customers"));
    }

    /** Registers a customer with {@link CustomerFixture#PASSWORD} here and returns its id. */
    public long create(Map<String, Object> customer) {
        return register(customer, PASSWORD)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    public Response signIn(Object email, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", email, "password", password))
                .post(path("/integration/customer/token"));
    }

    public String token(Object email) {
        return signIn(email, PASSWORD).then().statusCode(200).extract().as(String.class);
    }

    public Response me(String token) {
        return as(token).get(path("/customers/me"));
    }

    /** A token of an administrator with these resources who is limited to this website. */
    public String administrator(List<String> resources) {
        return AdminFixture.administrator(resources, website);
    }
}
