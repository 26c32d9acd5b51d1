package io.clientele;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Requests of an administrator who may do everything. */
public final class AdminFixture {

    private AdminFixture() {}

    /** A request with JSON both ways. */
    public static RequestSpecification asAdmin() {
        return given().contentType(ContentType.JSON).accept(ContentType.JSON).urlEncodingEnabled(true);
    }
}
