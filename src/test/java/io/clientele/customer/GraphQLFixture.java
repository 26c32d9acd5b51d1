package io.clientele.customer;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** GraphQL requests as storefronts send them. */
public final class GraphQLFixture {

    private GraphQLFixture() {}

    /** The document sent by a guest. */
    public static ValidatableResponse guest(String document) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("query", document))
                .post("/graphql")
                .then();
    }

    /** The document sent with a token. */
    public static ValidatableResponse graphql(String token, String document) {
        return graphql(token, document, Map.of());
    }

    /** The document sent with a token and variables. */
    public static ValidatableResponse graphql(String token, String document, Map<String, Object> variables) {
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + token)
                .body(Map.of("query", document, "variables", variables))
                .post("/graphql")
                .then();
    }
}
