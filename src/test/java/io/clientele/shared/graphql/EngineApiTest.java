package io.clientele.shared.graphql;

import static io.clientele.shared.graphql.GraphQLApiTest.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.clientele.AdminFixture;
import io.clientele.customer.CustomerFixture;
import io.clientele.shared.graphql.probe.ProbeGraphQL;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EngineApiTest {

    @Test
    void a_field_of_a_list_is_resolved_once_for_all_its_items() {
        int before = ProbeGraphQL.BATCHES.get();
        post("{ probeItems(count: 50) { number label(prefix: \"n\") other: label(prefix: \"m\") } }")
                .body("errors", nullValue())
                .body("data.probeItems", hasSize(50))
                .body("data.probeItems[49].label", equalTo("n49"))
                .body("data.probeItems[49].other", equalTo("m49"));
        assertThat(ProbeGraphQL.BATCHES.get() - before).isEqualTo(2);
    }

    @Test
    void the_first_error_with_a_category_decides_the_status() {
        post("{ probeRefused(kind: AUTHENTICATION) }")
                .statusCode(401)
                .body("errors[0].message", equalTo("Refused for AUTHENTICATION."))
                .body("errors[0].extensions.category", equalTo("graphql-authentication"))
                .body("errors[0].path", equalTo(List.of("probeRefused")))
                .body("data", equalTo(Collections.singletonMap("probeRefused", null)));
        post("{ probeRefused(kind: AUTHORIZATION) }").statusCode(403);
        post("{ probeRefused(kind: NO_SUCH_ENTITY) }")
                .statusCode(200)
                .body("errors[0].extensions.category", equalTo("graphql-no-such-entity"));
        post("{ probeRefused(kind: UNAVAILABLE) }").statusCode(503).header("Retry-After", "5");
        post("{ probeFailure probeRefused(kind: AUTHORIZATION) }").statusCode(403);
    }

    @Test
    void null_where_there_must_be_a_number_means_what_holds_without_it() {
        AdminFixture.asAdmin()
                .body(Map.of(
                        "query",
                        "query($page: Int) { adminCustomers(currentPage: $page, pageSize: 1) { items { id } } }",
                        "variables",
                        Collections.singletonMap("page", null)))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.adminCustomers.items.size()", lessThanOrEqualTo(1));
    }

    @Test
    void several_refusals_are_told_one_by_one() {
        post("{ probeSeveral }")
                .body("errors.message", equalTo(List.of("One.", "Two.")))
                .body("errors.path", equalTo(List.of(List.of("probeSeveral"), List.of("probeSeveral"))));
    }

    @Test
    void an_unexpected_failure_says_nothing_but_its_report() {
        post("{ probeFailure }")
                .statusCode(200)
                .body("errors[0].message", equalTo("Internal server error"))
                .body("errors[0].extensions.report_id", matchesPattern("[a-z]+-[0-9a-f]+"))
                .body("errors[0].extensions.category", nullValue())
                .body(not(containsString("secret")));
    }

    @Test
    void published_fields_that_nobody_fills_are_empty() {
        post("{ probeRegistry { uid event_name status privacy_settings registrants { uid } items { uid } type { uid } } }")
                .body("errors", nullValue())
                .body("data.probeRegistry.uid", equalTo("Nw=="))
                .body("data.probeRegistry.event_name", equalTo("Birthday"))
                .body("data.probeRegistry.status", equalTo("ACTIVE"))
                .body("data.probeRegistry.items", nullValue());
    }

    @Test
    void a_type_of_ours_below_a_field_that_nobody_fills_is_empty() {
        CustomerFixture.asNewCustomer()
                .body(Map.of(
                        "query", "{ customer { companies { items { id } page_info { page_size current_page } } } }"))
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.customer.companies.items", hasSize(0))
                .body("data.customer.companies.page_info.page_size", nullValue());
    }

    @Test
    void lists_work_as_literals_variables_and_single_values() {
        post("{ probeEcho(texts: [\"a\", \"b\"]) }").body("data.probeEcho", equalTo(List.of("a", "b")));
        post("{ probeEcho(texts: \"a\") }").body("data.probeEcho", equalTo(List.of("a")));
        post("query($t: [String]) { probeEcho(texts: $t) }", Map.of("t", List.of("x")))
                .body("data.probeEcho", equalTo(List.of("x")));
        post("query($t: [String]) { probeEcho(texts: $t) }").body("data.probeEcho", nullValue());
    }

    @Test
    void an_attack_reaches_no_resolver() {
        int before = ProbeGraphQL.CALLS.get();
        String root = "probeItems(count: 1) { number }";
        StringBuilder aliases = new StringBuilder("{");
        for (int i = 0; i < 31; i++) {
            aliases.append(" a").append(i).append(": ").append(root);
        }
        post(aliases.append("}").toString())
                .statusCode(200)
                .body("errors[0].message", equalTo("Max aliases should be 30 but got 31."));
        post("{ probeItems(count: 1) " + "@include(if: true) ".repeat(51) + "{ number } }")
                .body("errors[0].message", equalTo("Max directives should be 50 but got 51."));
        post("{ probeEcho(texts: [" + "\"a\" ".repeat(251) + "]) }")
                .body("errors[0].message", equalTo("Max list argument size should be 250 but got 251."));
        post("query($t: [String]) { " + root + " probeEcho(texts: $t) }", Map.of("t", Collections.nCopies(251, "a")))
                .body("errors[0].message", equalTo("Max list argument size should be 250 but got 251."));
        post("{ probeItems(count: 1) {" + " number".repeat(5001) + "} }")
                .statusCode(400)
                .body("errors[0].message", equalTo("The query has more than 5000 tokens."));
        post("{ probeItems(count: 1) {" + " number".repeat(1001) + "} }")
                .body("errors[0].message", equalTo("Max query complexity should be 1000 but got 1002."));
        post("{ probeEcho(texts: [\"" + "a".repeat(70_000) + "\"]) " + root + " }")
                .statusCode(400)
                .body("errors[0].message", equalTo("The query is larger than 65536 bytes."));
        post("query($t: [String]) { " + root + " probeEcho(texts: $t) }", Map.of("t", "a".repeat(110_000)))
                .statusCode(400)
                .body("errors[0].message", equalTo("The variables are larger than 102400 bytes."));
        post("query A { " + root + " ...F } fragment F on Query { ...G } fragment G on Query { ...F }")
                .body("errors[0].message", equalTo("Cannot spread fragment within itself."));
        post("{ " + root + " ...F } fragment F on Query { " + "...G ".repeat(60) + "} fragment G on Query { "
                        + "...H ".repeat(60) + "} fragment H on Query { __typename __typename }")
                .body("errors[0].message", equalTo("Max root fields should be 20 but got 7201."));
        given().contentType("application/json")
                .body("{\"query\": \"" + "a".repeat(2_000_000) + "\"}")
                .post("/graphql")
                .then()
                .statusCode(413);
        assertThat(ProbeGraphQL.CALLS.get()).isEqualTo(before);
    }
}
