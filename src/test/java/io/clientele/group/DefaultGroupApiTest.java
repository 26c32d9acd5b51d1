package io.clientele.group;

import static io.clientele.AdminFixture.asAdmin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DefaultGroupApiTest {

    private static final String SETTING = "/rest/V1/settings/customer/create_account/default_group";

    @AfterEach
    void general_is_the_default_again() {
        asAdmin().delete(SETTING).then().statusCode(200);
        asAdmin().delete(SETTING + "?scope=stores&scope_id=1").then().statusCode(200);
        asAdmin().delete(SETTING + "?scope=websites&scope_id=1").then().statusCode(200);
    }

    @Test
    void the_default_group_can_be_changed_and_answers_its_id() {
        asAdmin()
                .put("/rest/V1/customerGroups/default/2")
                .then()
                .statusCode(200)
                .body(equalTo("2"));
        asAdmin().get("/rest/V1/customerGroups/default/1").then().body("id", is(2));
        readOnly(2, true);
        readOnly(1, false);
    }

    @Test
    void a_store_may_have_a_default_group_of_its_own() {
        set("?scope=stores&scope_id=1", "3").statusCode(200);

        asAdmin().get("/rest/V1/customerGroups/default/1").then().body("id", is(3));
        asAdmin().get("/rest/V1/customerGroups/default/0").then().body("id", is(1));
        asAdmin().get("/rest/default/V1/customerGroups/default").then().body("id", is(3));
        asAdmin().get("/rest/all/V1/customerGroups/default").then().body("id", is(1));
        readOnly(3, true);
        readOnly(1, true);
    }

    @Test
    void a_group_that_is_the_default_of_any_website_cannot_be_deleted() {
        int id = asAdmin()
                .body("{\"group\":{\"code\":\"" + UUID.randomUUID().toString().substring(0, 8) + "\"}}")
                .post("/rest/V1/customerGroups")
                .path("id");
        set("?scope=websites&scope_id=1", String.valueOf(id)).statusCode(200);

        asAdmin()
                .delete("/rest/V1/customerGroups/" + id)
                .then()
                .statusCode(400)
                .body("message", is("Cannot delete group."));
        asAdmin().delete(SETTING + "?scope=websites&scope_id=1").then().statusCode(200);
        asAdmin().delete("/rest/V1/customerGroups/" + id).then().statusCode(200);
    }

    @Test
    void only_a_group_that_exists_becomes_the_default_one() {
        for (String wrong : new String[] {"99999", ""}) {
            set("", wrong)
                    .statusCode(400)
                    .body("message", is("Invalid value of \"%value\" provided for the %fieldName field."))
                    .body("parameters.value", is(wrong));
        }
    }

    private static void readOnly(int id, boolean expected) {
        asAdmin().get("/rest/V1/customerGroups/" + id + "/permissions").then().body(equalTo(String.valueOf(expected)));
    }

    private static ValidatableResponse set(String place, String value) {
        return asAdmin()
                .body("{\"value\":\"" + value + "\"}")
                .put(SETTING + place)
                .then();
    }
}
