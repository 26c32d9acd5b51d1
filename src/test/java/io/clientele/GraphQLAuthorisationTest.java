package io.clientele;

import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.clientele.access.AclTree;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.integration.IntegrationFixture;
import io.clientele.shared.Acl;
import io.clientele.shared.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may call what over GraphQL: the operations of administrators demand a resource, and all others are the shop's. */
@QuarkusTest
class GraphQLAuthorisationTest {

    private static final String ADMIN = "admin";

    @Inject
    Tokens tokens;

    @Inject
    AclTree acl;

    @Inject
    GraphQLSchema schema;

    private long roleId;
    private long userId;
    private String adminToken = "";
    private IntegrationFixture.Made integration;

    @BeforeEach
    void make_an_administrator_whose_role_changes() {
        roleId = made("/rest/V1/admin/roles", Map.of("role", Map.of("name", "GraphQL matrix", "resources", List.of())));
        Map<String, Object> user = new TreeMap<>(Map.of(
                "username", "graphql-matrix",
                "email", "graphql-matrix@example.com",
                "firstname", "Ma",
                "lastname", "Trix",
                "password", "Matrix-Pass-1",
                "role_id", roleId));
        userId = made("/rest/V1/admin/users", Map.of("user", user));
        adminToken = tokens.issue(Subject.admin(userId), 0);
        integration = IntegrationFixture.integration(List.of());
        IntegrationFixture.allowBearer(true);
    }

    @AfterEach
    void remove_the_administrator() {
        IntegrationFixture.allowBearer(false);
        asAdmin().delete(integration.path()).then().statusCode(200);
        asAdmin().delete("/rest/V1/admin/users/" + userId).then().statusCode(200);
        asAdmin().delete("/rest/V1/admin/roles/" + roleId).then().statusCode(200);
    }

    @Test
    void the_operations_of_administrators_name_a_resource_there_is() {
        assertThat(resources().keySet()).isEqualTo(new TreeSet<>(served().keySet()));
        assertThat(resources().values()).allMatch(resource -> acl.has(resource), "in the tree of resources");
    }

    @Test
    void operations_that_begin_otherwise_name_none() {
        assertThat(operations()
                        .filter(method -> !method.getName().startsWith(ADMIN))
                        .filter(method -> method.isAnnotatedWith(Acl.class))
                        .map(Object::toString)
                        .toList())
                .isEmpty();
    }

    @Test
    void an_operation_lets_in_who_holds_its_resource_and_nobody_else() {
        SoftAssertions softly = new SoftAssertions();
        resources().forEach((name, resource) -> {
            String document = served().get(name);
            grant(acl.names().stream()
                    .filter(other -> !other.equals(resource) && !other.equals(Caller.EVERYTHING))
                    .toList());
            refused(softly, document, "", resource);
            refused(softly, document, tokens.issue(Subject.customer(987_654_321), 1), resource);
            refused(softly, document, adminToken, resource);
            refused(softly, document, integration.accessToken(), resource);
            grant(List.of(resource));
            for (String token : List.of(adminToken, integration.accessToken())) {
                softly.assertThat(call(document, token).asString())
                        .as(document)
                        .doesNotContain("The consumer isn't authorized");
            }
        });
        softly.assertAll();
    }

    private static void refused(SoftAssertions softly, String document, String token, String resource) {
        Response answer = call(document, token);
        softly.assertThat(answer.statusCode()).as(document).isEqualTo(403);
        softly.assertThat(answer.jsonPath().getString("errors[0].message"))
                .as(document)
                .isEqualTo("The consumer isn't authorized to access " + resource + ".");
        softly.assertThat(answer.jsonPath().getString("errors[0].extensions.category"))
                .as(document)
                .isEqualTo("graphql-authorization");
    }

    private static Response call(String document, String token) {
        var request = token.isEmpty() ? given().contentType(ContentType.JSON) : AdminFixture.as(token);
        return request.body(Map.of("query", document)).post("/graphql");
    }

    private void grant(Collection<String> resources) {
        asAdmin()
                .body(Map.of("role", Map.of("resources", resources)))
                .put("/rest/V1/admin/roles/" + roleId)
                .then()
                .statusCode(200);
        asAdmin()
                .body(Map.of("integration", Map.of("resources", resources)))
                .put(integration.path())
                .then()
                .statusCode(200);
    }

    private static long made(String path, Object body) {
        return asAdmin()
                .body(body)
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** The resource each operation of administrators names in Java; empty for none. */
    private static Map<String, String> resources() {
        return operations()
                .filter(method -> method.getName().startsWith(ADMIN))
                .collect(Collectors.toMap(
                        com.tngtech.archunit.core.domain.JavaMethod::getName,
                        method -> method.tryGetAnnotationOfType(Acl.class)
                                .map(Acl::value)
                                .orElse(""),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static Stream<com.tngtech.archunit.core.domain.JavaMethod> operations() {
        return ArchitectureTest.CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Query.class) || method.isAnnotatedWith(Mutation.class));
    }

    /** A document that calls each served operation of administrators with the least it takes. */
    private Map<String, String> served() {
        Map<String, String> documents = new TreeMap<>();
        schema.getQueryType().getFieldDefinitions().stream()
                .filter(field -> field.getName().startsWith(ADMIN))
                .forEach(field -> documents.put(field.getName(), "query { " + call(field) + " }"));
        schema.getMutationType().getFieldDefinitions().stream()
                .filter(field -> field.getName().startsWith(ADMIN))
                .forEach(field -> documents.put(field.getName(), "mutation { " + call(field) + " }"));
        return documents;
    }

    private static String call(GraphQLFieldDefinition field) {
        List<String> arguments = new ArrayList<>();
        for (GraphQLArgument argument : field.getArguments()) {
            if (argument.getType() instanceof GraphQLNonNull) {
                arguments.add(argument.getName() + ": " + least(argument.getType()));
            }
        }
        boolean leaf = !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer);
        return field.getName()
                + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")")
                + (leaf ? "" : " { __typename }");
    }

    private static String least(GraphQLInputType type) {
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        return switch (bare) {
            case GraphQLList _ -> "[]";
            case GraphQLEnumType words -> words.getValues().getFirst().getName();
            case GraphQLInputObjectType object ->
                object.getFieldDefinitions().stream()
                        .filter(field -> field.getType() instanceof GraphQLNonNull)
                        .map(field -> field.getName() + ": " + least(field.getType()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case GraphQLNamedType named when named.getName().equals("Int") -> "987654321";
            case GraphQLNamedType named when named.getName().equals("Boolean") -> "false";
            default -> "\"987654321\"";
        };
    }
}
