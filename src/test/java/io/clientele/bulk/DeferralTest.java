package io.clientele.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.shared.operation.Deferral;
import io.clientele.shared.operation.WriteOperation;
import io.clientele.shared.operation.WriteOperations;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every operation that writes can be sent over async and bulk, but for those that deferral-exceptions.tsv names. */
@QuarkusTest
class DeferralTest {

    private static final Set<String> WRITES = Set.of("post", "put", "delete", "patch");
    private static final String NOT_PROCESSED = "Specified request cannot be processed.";

    @Inject
    WriteOperations operations;

    @Test
    void all_operations_that_write_are_known_and_the_exceptions_are_listed() throws IOException {
        Map<String, Boolean> served = served();
        assertThat(operations.all().stream().map(WriteOperation::key))
                .containsExactlyInAnyOrderElementsOf(served.keySet());
        Map<String, String> unlike = new TreeMap<>();
        operations.all().stream()
                .filter(each -> each.way() != Deferral.Way.TOGETHER)
                .forEach(each -> unlike.put(each.key(), each.way().name()));
        assertThat(unlike).isEqualTo(exceptions());
        operations
                .all()
                .forEach(each -> assertThat(served.get(each.key()))
                        .as("x-async of %s", each.key())
                        .isEqualTo(each.way() != Deferral.Way.NEVER));
    }

    @Test
    void each_is_reached_over_async_and_over_bulk() {
        SoftAssertions softly = new SoftAssertions();
        for (WriteOperation operation : operations.all()) {
            String path = operation.key().substring(operation.key().indexOf(' ') + "/rest/".length() + 1);
            Response one = call(operation, "/rest/async/" + path.replaceAll("\\{[^}]+}", "987654321"), "{}");
            Response many = call(operation, "/rest/async/bulk/" + operation.bulkPath(), "[]");
            for (Response answer : new Response[] {one, many}) {
                // Nobody has a token here: what needs one says so, what needs none looks at the body.
                boolean refused = answer.statusCode() == 401;
                softly.assertThat(refused)
                        .as("%s: %s", operation.key(), answer.asString())
                        .isEqualTo(!operation.acl().equals("anonymous"));
                softly.assertThat(answer.statusCode())
                        .as("%s: %s", operation.key(), answer.asString())
                        .isIn(202, 400, 401);
                if (!refused) {
                    softly.assertThat(answer.asString().contains(NOT_PROCESSED))
                            .as(operation.key())
                            .isEqualTo(operation.way() == Deferral.Way.NEVER);
                }
            }
        }
        softly.assertAll();
    }

    private static Response call(WriteOperation operation, String path, String body) {
        return given().contentType(ContentType.JSON).body(body).request(operation.verb(), path);
    }

    /** Whether each operation of the served document can be put off. */
    private static Map<String, Boolean> served() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
        Map<String, Boolean> served = new TreeMap<>();
        document.get("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/rest/V1/"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> WRITES.contains(method.getKey()))
                        .forEach(method -> served.put(
                                method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                method.getValue().path("x-async").asBoolean())));
        return served;
    }

    private static Map<String, String> exceptions() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Set<String> withoutReason = new TreeSet<>();
        try (InputStream file =
                Objects.requireNonNull(DeferralTest.class.getResourceAsStream("/deferral-exceptions.tsv"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(part -> {
                        rows.put(part[0], part[1]);
                        if (part[2].isBlank()) {
                            withoutReason.add(part[0]);
                        }
                    });
        }
        assertThat(withoutReason).isEmpty();
        return rows;
    }
}
