package io.clientele.store;

import static io.clientele.AdminFixture.asAdmin;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PageLimitsApiTest {

    private static final String GROUPS = "/rest/V1/customerGroups/search?searchCriteria";

    @AfterEach
    void put_the_settings_back() {
        StoreFixture.inherit("webapi/validation/input_limit_enabled", "default", 0);
        StoreFixture.inherit("webapi/validation/maximum_page_size", "default", 0);
        StoreFixture.inherit("webapi/validation/default_page_size", "default", 0);
        StoreFixture.inherit("clientele/webapi/items_without_page_size", "default", 0);
    }

    @Test
    void a_list_without_page_size_is_bounded_by_a_setting() {
        StoreFixture.set("clientele/webapi/items_without_page_size", "2", "default", 0);
        asAdmin().get(GROUPS).then().statusCode(200).body("items", hasSize(2));
    }

    @Test
    void no_page_is_larger_than_ours_and_the_contracts_limit_is_off() {
        asAdmin().get(GROUPS + "[pageSize]=301").then().statusCode(200);
        asAdmin()
                .get(GROUPS + "[pageSize]=10001")
                .then()
                .statusCode(400)
                .body("message", is("Maximum SearchCriteria pageSize is %max"))
                .body("parameters", equalTo(Map.of("max", 10_000)));
    }

    @Test
    void the_contracts_limits_hold_once_they_are_on() {
        StoreFixture.set("webapi/validation/input_limit_enabled", "1", "default", 0);
        asAdmin().get(GROUPS + "[pageSize]=300").then().statusCode(200);
        asAdmin().get(GROUPS + "[pageSize]=301").then().statusCode(400).body("parameters", equalTo(Map.of("max", 300)));
        StoreFixture.set("webapi/validation/maximum_page_size", "5", "default", 0);
        StoreFixture.set("webapi/validation/default_page_size", "3", "default", 0);
        asAdmin().get(GROUPS).then().statusCode(200).body("items", hasSize(3));
        asAdmin().get(GROUPS + "[pageSize]=6").then().statusCode(400).body("parameters", equalTo(Map.of("max", 5)));
    }
}
