package io.clientele.shared.rest.swagger;

import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.clientele.customer.CustomerFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.swagger.models.Swagger;
import io.swagger.models.parameters.BodyParameter;
import io.swagger.models.parameters.Parameter;
import io.swagger.parser.SwaggerParser;
import io.swagger.parser.util.SwaggerDeserializationResult;
import org.junit.jupiter.api.Test;

/** The Swagger 2.0 document, read by another library. */
@QuarkusTest
class SwaggerApiTest {

    private static final String REPOSITORY = "customerCustomerRepositoryV1";

    @Test
    void an_administrator_gets_every_operation_as_a_document_that_a_library_reads_without_complaint() {
        Swagger document = read(asAdmin(), "/rest/default/schema?services=all");
        assertThat(document.getSwagger()).isEqualTo("2.0");
        assertThat(document.getBasePath()).isEqualTo("/rest/default");
        assertThat(document.getPaths())
                .hasSizeGreaterThan(100)
                .containsKeys(
                        "/V1/customers/{customerId}", "/V1/customerSegments/search", "/V1/customers/isEmailAvailable");
        assertThat(document.getDefinitions()).containsKeys("customer-data-customer-interface", "error-response");
        var change = document.getPath("/V1/customers/{customerId}").getPut();
        assertThat(change.getParameters()).extracting(Parameter::getName).contains("customerId", "body");
        assertThat(change.getParameters().stream()
                        .filter(BodyParameter.class::isInstance)
                        .map(each -> ((BodyParameter) each).getSchema().getReference()))
                .containsExactly("#/definitions/SaveCustomer");
        assertThat(document.getPath("/V1/customers/search").getGet().getParameters())
                .extracting(Parameter::getName)
                .contains("searchCriteria[filter_groups][0][filters][0][field]", "searchCriteria[page_size]");
    }

    @Test
    void the_document_of_some_services_has_their_operations_and_definitions_alone() {
        Swagger one = read(asAdmin(), "/rest/all/schema?services=" + REPOSITORY);
        assertThat(one.getBasePath()).isEqualTo("/rest/all");
        assertThat(one.getPaths())
                .containsKeys("/V1/customers/{customerId}", "/V1/customers/search")
                .doesNotContainKeys("/V1/customerGroups/{id}", "/V1/customers/{customerId}/confirm");
        assertThat(one.getDefinitions()).doesNotContainKeys("customer-data-group-interface");
        Swagger two = read(asAdmin(), "/rest/schema?services=" + REPOSITORY + ",customerGroupRepositoryV1");
        assertThat(two.getBasePath()).isEqualTo("/rest");
        assertThat(two.getPaths())
                .containsKeys("/V1/customers/{customerId}", "/V1/customerGroups/{id}")
                .hasSizeGreaterThan(one.getPaths().size());
    }

    @Test
    void callers_see_what_they_may_call() {
        Swagger guest = read(given(), "/rest/default/schema?services=all");
        assertThat(guest.getPaths())
                .containsKeys("/V1/customers/isEmailAvailable", "/V1/directory/countries")
                .doesNotContainKeys("/V1/customers/me", "/V1/customers/search", "/V1/auditLog/search");
        Swagger customer = read(CustomerFixture.asNewCustomer(), "/rest/default/schema?services=all");
        assertThat(customer.getPaths())
                .containsKeys("/V1/customers/me", "/V1/customers/isEmailAvailable")
                .doesNotContainKeys("/V1/customers/search", "/V1/auditLog/search");
    }

    @Test
    void no_services_and_unknown_ones_are_refused_by_name() {
        for (String none : new String[] {"", "?services=", "?services=,"}) {
            asAdmin()
                    .get("/rest/default/schema" + none)
                    .then()
                    .statusCode(400)
                    .body("message", is("Requested services are missing."));
        }
        asAdmin()
                .get("/rest/default/schema?services=" + REPOSITORY + ",noSuchServiceV1")
                .then()
                .statusCode(400)
                .body("message", is("Requested service is not available: \"%1\""))
                .body("parameters[0]", is("noSuchServiceV1"));
        // What a guest may not call is not there for a guest.
        given().get("/rest/default/schema?services=taxTaxRuleRepositoryV1")
                .then()
                .statusCode(400)
                .body("parameters[0]", is("taxTaxRuleRepositoryV1"));
    }

    private static Swagger read(RequestSpecification caller, String path) {
        String text = caller.get(path)
                .then()
                .statusCode(200)
                .contentType("application/json; charset=utf-8")
                .extract()
                .asString();
        SwaggerDeserializationResult result = new SwaggerParser().readWithInfo(text);
        assertThat(result.getMessages()).isEmpty();
        return result.getSwagger();
    }
}
