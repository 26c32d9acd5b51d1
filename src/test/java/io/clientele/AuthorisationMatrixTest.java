package io.clientele;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.access.AclTree;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.integration.IntegrationFixture;
import io.clientele.shared.Acl;
import io.clientele.shared.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who may call what: every operation of the served OpenAPI document has a row in authorisation-matrix.tsv, and behaves
 * as its row says for nobody, a customer, and administrators and integrations with and without the resource.
 */
@QuarkusTest
class AuthorisationMatrixTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final String NOT_ALLOWED = "The consumer isn't authorized to access %resources.";

    /** An id that nothing has, so that what is allowed finds nothing to change. */
    private static final String NO_ID = "987654321";

    /** What administrators do in their own name, for which an integration has none. */
    private static final Set<String> PERSONAL =
            Set.of("/rest/V1/customer/{customerId}/otp", "/rest/V1/customers/{customerId}/token");

    @Inject
    Tokens tokens;

    @Inject
    AclTree acl;

    private long roleId;
    private long userId;
    private String adminToken = "";
    private IntegrationFixture.Made integration;

    private record Operation(String method, String path) {}

    @BeforeEach
    void make_an_administrator_whose_role_changes() {
        roleId = AdminFixture.asAdmin()
                .body(Map.of("role", Map.of("name", "Matrix", "resources", List.of())))
                .post("/rest/V1/admin/roles")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        userId = AdminFixture.asAdmin()
                .body(Map.of(
                        "user",
                        Map.of(
                                "username", "matrix",
                                "email", "matrix@example.com",
                                "firstname", "Ma",
                                "lastname", "Trix",
                                "password", "Matrix-Pass-1",
                                "role_id", roleId)))
                .post("/rest/V1/admin/users")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        adminToken = tokens.issue(Subject.admin(userId), 0);
        integration = IntegrationFixture.integration(List.of());
        IntegrationFixture.allowBearer(true);
    }

    @AfterEach
    void remove_the_administrator() {
        IntegrationFixture.allowBearer(false);
        AdminFixture.asAdmin().delete(integration.path()).then().statusCode(200);
        AdminFixture.asAdmin().delete("/rest/V1/admin/users/" + userId).then().statusCode(200);
        AdminFixture.asAdmin().delete("/rest/V1/admin/roles/" + roleId).then().statusCode(200);
    }

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() throws IOException {
        assertThat(new TreeSet<>(
                        matrix().keySet().stream().map(Operation::toString).toList()))
                .isEqualTo(
                        new TreeSet<>(served().stream().map(Operation::toString).toList()));
    }

    @Test
    void every_operation_lets_in_whom_its_row_names_and_nobody_else() throws IOException {
        Map<String, List<Operation>> byAcl = new TreeMap<>();
        matrix().forEach((operation, resource) ->
                byAcl.computeIfAbsent(resource, key -> new ArrayList<>()).add(operation));
        SoftAssertions softly = new SoftAssertions();
        byAcl.forEach((resource, operations) -> {
            switch (resource) {
                case Acl.ANONYMOUS -> operations.forEach(each -> passes(softly, each, resource, ""));
                case Acl.SELF -> self(softly, operations);
                default -> administrators(softly, resource, operations);
            }
        });
        softly.assertAll();
    }

    private void self(SoftAssertions softly, List<Operation> operations) {
        for (Operation each : operations) {
            refused(softly, each, Acl.SELF, "");
            refused(softly, each, Acl.SELF, AdminFixture.token());
            refused(softly, each, Acl.SELF, integration.accessToken());
            passes(softly, each, Acl.SELF, customerToken());
        }
    }

    private void administrators(SoftAssertions softly, String resource, List<Operation> operations) {
        String customer = customerToken();
        boolean anyAdministrator = resource.equals(Acl.ANY_ADMIN);
        grant(anyAdministrator ? List.of() : List.of(resource));
        for (Operation each : operations) {
            refused(softly, each, resource, "");
            refused(softly, each, resource, customer);
            passes(softly, each, resource, adminToken);
            if (PERSONAL.contains(each.path())) {
                refused(softly, each, resource, integration.accessToken());
            } else {
                passes(softly, each, resource, integration.accessToken());
            }
            passes(softly, each, resource, AdminFixture.token());
        }
        if (!anyAdministrator) {
            grant(acl.names().stream()
                    .filter(other -> !other.equals(resource) && !other.equals(Caller.EVERYTHING))
                    .toList());
            operations.forEach(each -> refused(softly, each, resource, adminToken));
            operations.forEach(each -> refused(softly, each, resource, integration.accessToken()));
        }
    }

    private void grant(Collection<String> resources) {
        AdminFixture.asAdmin()
                .body(Map.of("role", Map.of("resources", resources)))
                .put("/rest/V1/admin/roles/" + roleId)
                .then()
                .statusCode(200);
        AdminFixture.asAdmin()
                .body(Map.of("integration", Map.of("resources", resources)))
                .put(integration.path())
                .then()
                .statusCode(200);
    }

    private String customerToken() {
        return tokens.issue(Subject.customer(Long.parseLong(NO_ID)), 1);
    }

    private static void refused(SoftAssertions softly, Operation operation, String resource, String token) {
        Response answer = call(operation, token);
        softly.assertThat(answer.statusCode()).as("%s refused", operation).isEqualTo(401);
        softly.assertThat(answer.asString())
                .as("%s refused", operation)
                .contains(NOT_ALLOWED)
                .contains("\"resources\":\"" + resource + "\"");
    }

    private static void passes(SoftAssertions softly, Operation operation, String resource, String token) {
        Response answer = call(operation, token);
        softly.assertThat(answer.asString())
                .as("%s with %s", operation, resource)
                .doesNotContain(NOT_ALLOWED);
        softly.assertThat(answer.statusCode())
                .as("%s with %s", operation, resource)
                .isLessThan(500);
    }

    private static Response call(Operation operation, String token) {
        RequestSpecification request = token.isEmpty() ? given().contentType(ContentType.JSON) : AdminFixture.as(token);
        return request.request(operation.method(), operation.path().replaceAll("\\{[^}]+}", NO_ID));
    }

    private static Set<Operation> served() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString());
        Set<Operation> operations = new java.util.HashSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey()));
                    }
                }));
        return operations;
    }

    private static Map<Operation, String> matrix() throws IOException {
        Map<Operation, String> rows = new java.util.LinkedHashMap<>();
        try (InputStream file = Objects.requireNonNull(
                AuthorisationMatrixTest.class.getResourceAsStream("/authorisation-matrix.tsv"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .forEach(part -> rows.put(new Operation(part[0], part[1]), part[2]));
        }
        return rows;
    }
}
