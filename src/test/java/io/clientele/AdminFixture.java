package io.clientele;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signs administrators in over HTTP. */
public final class AdminFixture {

    /** The first administrator of the tests' database, as application.properties has it. */
    public static final String USERNAME = "admin";

    public static final String PASSWORD = "Admin-Pass-1";

    private static volatile String token = "";

    private AdminFixture() {}

    /** A token of the first administrator; the same one for all tests, so do not revoke it. */
    public static String token() {
        if (token.isEmpty()) {
            token = token(USERNAME, PASSWORD);
        }
        return token;
    }

    public static String token(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/rest/V1/integration/admin/token")
                .then()
                .statusCode(200)
                .extract()
                .as(String.class);
    }

    /** A JSON request of the first administrator. */
    public static RequestSpecification asAdmin() {
        return as(token());
    }

    /** A JSON request with the token. */
    public static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON)
                .accept(ContentType.JSON)
                .header("Authorization", "Bearer " + token);
    }

    /**
     * A token of a new administrator who holds the resources.
     *
     * @param websiteIds the websites the administrator is limited to; none for all
     */
    public static String administrator(List<String> resources, Integer... websiteIds) {
        return ofRole(role(resources, websiteIds));
    }

    /** The id of a new role; the same as for {@link #administrator}. */
    public static long role(List<String> resources, Integer... websiteIds) {
        return asAdmin()
                .body(Map.of(
                        "role", Map.of("name", name(), "resources", resources, "website_ids", List.of(websiteIds))))
                .post("/rest/V1/admin/roles")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** A token of a new administrator who has the role. */
    public static String ofRole(long role) {
        String name = name();
        Map<String, Object> user = Map.of(
                "username",
                name,
                "email",
                name + "@example.com",
                "firstname",
                "Ad",
                "lastname",
                "Min",
                "password",
                PASSWORD,
                "role_id",
                role);
        asAdmin().body(Map.of("user", user)).post("/rest/V1/admin/users").then().statusCode(200);
        return token(name, PASSWORD);
    }

    private static String name() {
        return "admin" + UUID.randomUUID().toString().replace("-", "");
    }
}
