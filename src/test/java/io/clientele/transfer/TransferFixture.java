package io.clientele.transfer;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;

import io.clientele.AdminFixture;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Imports and exports over HTTP. */
public final class TransferFixture {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private TransferFixture() {}

    /** Sends a CSV file and returns the import's id. */
    public static String imported(String file, String... options) {
        return send(file, options).then().statusCode(200).extract().jsonPath().getString("id");
    }

    /** Sends a CSV file. */
    static Response send(String file, String... options) {
        return sendBytes(AdminFixture.token(), file.getBytes(StandardCharsets.UTF_8), options);
    }

    static Response sendBytes(String token, byte[] file, String... options) {
        return as(token)
                .contentType("text/csv")
                .body(file)
                .post("/rest/V1/imports" + (options.length == 0 ? "" : "?" + String.join("&", options)));
    }

    /** The import once it has ended. */
    static ValidatableResponse ended(String id) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            ValidatableResponse answer =
                    asAdmin().get("/rest/V1/imports/" + id).then().statusCode(200);
            String status = answer.extract().jsonPath().getString("status");
            if (List.of("done", "failed", "cancelled").contains(status)) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "the import does not end: " + answer.extract().asString());
            }
            Thread.onSpinWait();
        }
    }

    /** Takes over a CSV file and waits for its end. */
    static ValidatableResponse take(String file, String... options) {
        return ended(imported(file, options));
    }

    static ValidatableResponse errors(ValidatableResponse ended) {
        return asAdmin()
                .get("/rest/V1/imports/" + ended.extract().jsonPath().getString("id") + "/errors")
                .then()
                .statusCode(200);
    }

    /** The file of an export of whom the filter finds. */
    static String exported(String entity, String field, String value) {
        String id = asAdmin()
                .body(Map.of(
                        "export",
                        Map.of(
                                "entity",
                                entity,
                                "filters",
                                List.of(Map.of("field", field, "value", value, "condition_type", "like")))))
                .post("/rest/V1/exports")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("id");
        return asAdmin()
                .accept(ContentType.ANY)
                .get("/rest/V1/exports/" + id + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
