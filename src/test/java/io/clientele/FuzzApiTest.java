package io.clientele;

import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.CustomerFixture;
import io.clientele.fuzz.GraphQLDocuments;
import io.clientele.fuzz.JsonSchema;
import io.clientele.fuzz.Made;
import io.clientele.fuzz.Operation;
import io.clientele.fuzz.RestRequests;
import io.clientele.fuzz.Wire;
import io.clientele.integration.IntegrationFixture;
import io.clientele.shared.graphql.ServedSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No request makes a failure (security goal S1). Requests come from what the service says of itself: its OpenAPI
 * document and its GraphQL schema. The seed is printed; the same seed sends the same requests to a fresh database.
 *
 * <p>The long run: {@code mvn test -Dtest=FuzzApiTest -Dclientele.fuzz.rest=100000 -Dclientele.fuzz.graphql=20000
 * -Dclientele.fuzz.seed=1}.
 */
@QuarkusTest
class FuzzApiTest {

    private static final Logger LOG = Logger.getLogger(FuzzApiTest.class);
    private static final int REST = Integer.getInteger("clientele.fuzz.rest", 2_000);
    private static final int GRAPHQL = Integer.getInteger("clientele.fuzz.graphql", 500);
    private static final long SEED = Long.getLong("clientele.fuzz.seed", 20_260_101L);
    private static final int TOLD = 20;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** The refusals the contract has; the document names them together as its default answer. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 404, 405, 406, 409, 412, 413, 422, 428, 429);

    private static final Set<String> ERROR_PARTS = Set.of("message", "errors", "parameters", "code");

    private static final Set<String> CATEGORIES = Set.of(
            "graphql-input",
            "graphql-authentication",
            "graphql-authorization",
            "graphql-no-such-entity",
            "graphql-already-exists");

    /** Stack traces, names of classes, SQL, the driver's words, password hashes. */
    private static final Pattern LEAK = Pattern.compile(
            "\\bat [a-z]\\w*(\\.[\\w$]+)+\\(|\\b[a-z]\\w*(\\.\\w+)+(Exception|Error)\\b|SQLSTATE|PSQLException"
                    + "|(?i:select\\s.{1,80}\\sfrom\\s|insert into |syntax error at or near|violates \\w+ constraint"
                    + "|relation \"|invalid input syntax for type|hibernate|jackson|\\$argon2)");

    @Inject
    Tokens tokens;

    @Inject
    ServedSchema served;

    private final Random random = new Random(SEED);
    private final List<String> failures = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Made made = new Made();
    private long roleId;
    private long userId;
    private String admin = "";
    private String customer = "";
    private IntegrationFixture.Made integration;

    @BeforeEach
    void make_callers() {
        roleId = asAdmin()
                .body(Map.of("role", Map.of("name", "Fuzz", "resources", List.of("Magento_Backend::all"))))
                .post("/rest/V1/admin/roles")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        userId = asAdmin()
                .body(Map.of(
                        "user",
                        Map.of(
                                "username", "fuzz",
                                "email", "fuzz@example.com",
                                "firstname", "Fu",
                                "lastname", "Zz",
                                "password", "Fuzz-Pass-1",
                                "role_id", roleId)))
                .post("/rest/V1/admin/users")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        admin = tokens.issue(Subject.admin(userId), 0);
        newCustomer();
        integration = IntegrationFixture.integration(List.of("Magento_Backend::all"));
        IntegrationFixture.allowBearer(true);
    }

    @AfterEach
    void remove_what_was_made() {
        IntegrationFixture.allowBearer(false);
        asAdmin().delete(integration.path());
        remove("/rest/V1/customerAttributes");
        remove("/rest/V1/customerAddressAttributes");
        made.paths().forEach(path -> asAdmin().delete(path));
        asAdmin().delete("/rest/V1/admin/users/" + userId).then().statusCode(200);
        asAdmin().delete("/rest/V1/admin/roles/" + roleId).then().statusCode(200);
    }

    /** A required attribute would be demanded in every other test. */
    private static void remove(String attributes) {
        List<String> codes = asAdmin()
                .get(attributes + "/search?searchCriteria")
                .then()
                .statusCode(200)
                .extract()
                .path("items.attribute_code");
        codes.forEach(code -> asAdmin().delete(attributes + "/" + code));
    }

    @Test
    void no_rest_request_makes_a_failure() throws Exception {
        JsonNode document = JSON.readTree(
                given().get("/q/openapi?format=json").then().extract().asString());
        List<Operation> operations = Operation.all(document);
        RestRequests requests = new RestRequests(document, random, made);
        JsonSchema schema = new JsonSchema(document);
        LOG.infof("fuzz: %d REST requests over %d operations, seed %d", REST, operations.size(), SEED);
        for (int i = 0; i < REST && failures.size() < TOLD; i++) {
            RestRequests.Request request = requests.next(operations.get(i % operations.size()));
            String who = random.nextInt(4) > 0 ? let(request.operation()) : who();
            HttpResponse<String> answer = Wire.send(
                    request.operation().method(), request.target(), headers(request, token(who)), request.body());
            check(request, who, answer, schema);
            if (who.equals("customer")
                    && (answer.statusCode() == 401 || request.operation().path().contains("revoke"))) {
                newCustomer();
            }
        }
        LOG.infof("fuzz: statuses of REST %s", statuses);
        assertThat(failures).as("seed %d", SEED).isEmpty();
        assertThat(statuses.getOrDefault(200, 0))
                .as("requests that did something")
                .isGreaterThan(REST / 10);
    }

    @Test
    void no_graphql_document_makes_a_failure() throws Exception {
        GraphQLDocuments documents = new GraphQLDocuments(served.schema(), random);
        LOG.infof("fuzz: %d GraphQL documents, seed %d", GRAPHQL, SEED);
        int executed = 0;
        for (int i = 0; i < GRAPHQL && failures.size() < TOLD; i++) {
            String document = documents.next();
            String who = who();
            HttpResponse<String> answer = Wire.json("POST", "/graphql", token(who), Wire.bytes(document));
            executed += check(document, who, answer);
            if (who.equals("customer") && (answer.statusCode() != 200 || document.contains("Customer"))) {
                newCustomer();
            }
        }
        LOG.infof("fuzz: statuses of GraphQL %s, %d with data", statuses, executed);
        assertThat(failures).as("seed %d", SEED).isEmpty();
        assertThat(executed).as("documents that were executed").isGreaterThan(GRAPHQL / 10);
    }

    /** Somebody the operation lets in, so that most requests get further than the door. */
    private static String let(Operation operation) {
        return switch (operation.description().path("x-acl").asText()) {
            case "anonymous" -> "nobody";
            case "self" -> "customer";
            default -> "admin";
        };
    }

    private String who() {
        return List.of("nobody", "customer", "admin", "admin", "integration").get(random.nextInt(5));
    }

    private String token(String who) {
        return switch (who) {
            case "admin" -> admin;
            case "customer" -> customer;
            case "integration" -> integration.accessToken();
            default -> "";
        };
    }

    /** Deleted, signed out or moved customers are no callers; another one costs no password hash. */
    private void newCustomer() {
        Map<String, Object> draft = CustomerFixture.customerWithAddresses(2);
        long id = CustomerFixture.createByAdmin(draft);
        made.note(
                new Operation("POST", "/rest/V1/customers", JSON.createObjectNode()),
                JSON.createObjectNode().put("id", id));
        customer = tokens.issue(Subject.customer(id), 1);
    }

    private static Map<String, String> headers(RestRequests.Request request, String token) {
        Map<String, String> headers = new java.util.HashMap<>();
        headers.put("Content-Type", request.contentType());
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        return headers;
    }

    private void check(RestRequests.Request request, String who, HttpResponse<String> answer, JsonSchema schema) {
        int status = answer.statusCode();
        statuses.merge(status, 1, Integer::sum);
        String body = answer.body();
        List<String> faults = new ArrayList<>();
        if (status >= 500) {
            faults.add("status " + status);
        } else if (!request.operation().names(status)
                && !(request.operation().names(200) && REFUSALS.contains(status))) {
            faults.add("undocumented status " + status);
        }
        leaks(body, faults);
        boolean isForm = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
        if (isForm) {
            if (status >= 400 && !body.startsWith("oauth_problem=")) {
                faults.add("a form that names no problem");
            }
            tell(faults, who + ": " + RestRequests.shown(request), body);
            return;
        }
        boolean isFile = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/csv"))
                .isPresent();
        try {
            JsonNode json = JSON.readTree(isFile ? "null" : body);
            if (isFile) {
                if (status != 200) {
                    faults.add("a file that is a refusal");
                }
            } else if (status >= 400) {
                if (isProtocol(request.operation()) && json.has("error")) {
                    protocolError(json, faults);
                } else {
                    errorShape(json, faults);
                }
            } else if (status == 200) {
                made.note(request.operation(), json);
                if (!request.pruned() && !request.target().contains("fields=")) {
                    faults.addAll(schema.misfits(json, request.operation().answer()));
                }
            }
        } catch (JsonProcessingException e) {
            faults.add("no JSON");
        }
        tell(faults, who + ": " + RestRequests.shown(request), body);
    }

    private int check(String document, String who, HttpResponse<String> answer) {
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        List<String> faults = new ArrayList<>();
        if (!Set.of(200, 400, 401, 403, 413).contains(answer.statusCode())) {
            faults.add("status " + answer.statusCode());
        }
        leaks(answer.body(), faults);
        boolean executed = false;
        try {
            JsonNode json = JSON.readTree(answer.body());
            executed = json.has("data");
            if (!executed && json.path("errors").isEmpty()) {
                faults.add("neither data nor errors");
            }
            for (JsonNode error : json.path("errors")) {
                graphqlError(error, faults);
            }
        } catch (JsonProcessingException e) {
            faults.add("no JSON");
        }
        tell(faults, who + ": " + (document.length() > 1_500 ? document.substring(0, 1_500) : document), answer.body());
        return executed ? 1 : 0;
    }

    private static void graphqlError(JsonNode error, List<String> faults) {
        String message = error.path("message").asText();
        if (message.isBlank() || message.equals("Internal server error")) {
            faults.add("message \"" + message + "\"");
        }
        JsonNode category = error.at("/extensions/category");
        if (!category.isMissingNode() && !CATEGORIES.contains(category.asText())) {
            faults.add("category " + category);
        }
    }

    private static void leaks(String body, List<String> faults) {
        var leak = LEAK.matcher(body);
        if (leak.find()) {
            faults.add("tells \"" + leak.group() + "\"");
        }
    }

    /** What clients of OAuth 2.0 ask has the errors of its RFCs. */
    private static boolean isProtocol(Operation operation) {
        return operation.path().startsWith("/oauth2/");
    }

    private static void protocolError(JsonNode error, List<String> faults) {
        if (!error.path("error").asText().matches("[a-z_]+")) {
            faults.add("an error without a code");
        }
        error.fieldNames().forEachRemaining(name -> {
            if (!Set.of("error", "error_description").contains(name)) {
                faults.add("an error with " + name);
            }
        });
    }

    private static void errorShape(JsonNode error, List<String> faults) {
        if (error.path("message").asText().isBlank()) {
            faults.add("an error without message");
        }
        error.fieldNames().forEachRemaining(name -> {
            if (!ERROR_PARTS.contains(name)) {
                faults.add("an error with " + name);
            }
        });
        JsonNode parameters = error.path("parameters");
        if (!parameters.isMissingNode() && !parameters.isContainerNode()) {
            faults.add("parameters that are none");
        }
        error.path("errors").forEach(each -> errorShape(each, faults));
    }

    private void tell(List<String> faults, String request, String answer) {
        if (!faults.isEmpty()) {
            failures.add(
                    faults + " by " + request + " -> " + (answer.length() > 400 ? answer.substring(0, 400) : answer));
        }
    }
}
