package io.clientele;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Also the one place that gives every test of the application its database. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(TestMailPort.class)
class HealthApiTest {

    @Test
    void the_service_is_ready_when_its_database_answers() {
        given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }
}
