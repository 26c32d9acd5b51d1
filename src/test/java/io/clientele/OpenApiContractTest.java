package io.clientele;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed document is the served one. {@code -Dclientele.contract.write=true} commits a new one. */
@QuarkusTest
class OpenApiContractTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void the_committed_document_is_the_one_that_is_served() throws IOException {
        String served = served();
        if (Boolean.getBoolean("clientele.contract.write")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(Files.readString(COMMITTED))
                .as("after a change that is meant: mvn test -Dtest=OpenApiContractTest -Dclientele.contract.write=true")
                .isEqualTo(served);
    }

    @Test
    void every_operation_names_its_acl_resource_and_its_refusal() {
        given().get("/q/openapi?format=json")
                .then()
                .extract()
                .jsonPath()
                .<java.util.Map<String, java.util.Map<String, Object>>>get("paths")
                .forEach((path, operations) -> operations.forEach((verb, operation) -> {
                    if (operation instanceof java.util.Map<?, ?> described && described.containsKey("operationId")) {
                        assertThat(described.get("x-acl")).as(verb + " " + path).isNotNull();
                        assertThat(described.get("responses").toString()).contains("#/components/responses/refusal");
                    }
                }));
    }

    private static String served() {
        return given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
