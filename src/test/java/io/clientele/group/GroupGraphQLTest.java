package io.clientele.group;

import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroupGraphQLTest {

    private static final String SETTING = "/rest/V1/settings/customer/account_information/graphql_share_customer_group";

    @AfterEach
    void sharing_is_off_again() {
        asAdmin().delete(SETTING).then().statusCode(200);
    }

    @Test
    void where_groups_are_not_shared_the_query_is_refused_with_status_200() {
        query("{ customerGroup { uid } }")
                .statusCode(200)
                .body("errors[0].message", is("Sharing customer group information is disabled or not configured."))
                .body("errors[0].extensions.category", is("graphql-input"));
        query("{ storeConfig { graphql_share_customer_group } }")
                .body("data.storeConfig.graphql_share_customer_group", is(false));
    }

    @Test
    void a_guest_is_in_the_group_of_those_who_are_not_signed_in() {
        share();

        query("{ customerGroup { uid } storeConfig { graphql_share_customer_group } }")
                .statusCode(200)
                .body("errors", nullValue())
                .body("data.customerGroup.uid", is("MA=="))
                .body("data.storeConfig.graphql_share_customer_group", is(true));
    }

    @Test
    void a_website_the_group_is_excluded_from_is_told_nothing() {
        share();
        exclude("1");

        query("{ customerGroup { uid } }")
                .statusCode(200)
                .body("data", nullValue())
                .body("errors[0].extensions.category", is("graphql-input"));
        exclude("");
        query("{ customerGroup { uid } }").body("data.customerGroup.uid", is("MA=="));
    }

    private static void share() {
        asAdmin().body("{\"value\":\"1\"}").put(SETTING).then().statusCode(200);
    }

    private static void exclude(String websites) {
        asAdmin()
                .body("{\"group\":{\"code\":\"NOT LOGGED IN\",\"extension_attributes\":{\"exclude_website_ids\":["
                        + websites + "]}}}")
                .put("/rest/V1/customerGroups/0")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse query(String document) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("query", document))
                .post("/graphql")
                .then();
    }
}
