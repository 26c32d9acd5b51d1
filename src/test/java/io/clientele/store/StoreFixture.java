package io.clientele.store;

import io.clientele.AdminFixture;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes websites, store groups and store views over HTTP, each with a code of its own. */
public final class StoreFixture {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private StoreFixture() {}

    /** A request of an administrator who may do everything. */
    static RequestSpecification admin() {
        return AdminFixture.asAdmin();
    }

    public static String code(String prefix) {
        return prefix + "_" + COUNT.incrementAndGet();
    }

    public static int website(String code) {
        return admin().body(Map.of("website", Map.of("code", code, "name", "Site " + code)))
                .post("/rest/V1/store/websites")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    public static int group(int websiteId, String code) {
        return admin().body(Map.of("group", Map.of("website_id", websiteId, "code", code, "name", "Group " + code)))
                .post("/rest/V1/store/storeGroups")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    public static int view(int websiteId, int groupId, String code, boolean active) {
        Map<String, Object> store = Map.of(
                "website_id", websiteId,
                "store_group_id", groupId,
                "code", code,
                "name", "View " + code,
                "is_active", active ? 1 : 0);
        return admin().body(Map.of("store", store))
                .post("/rest/V1/store/storeViews")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    public static void set(String path, String value, String scope, int scopeId) {
        admin().body(Map.of("value", value))
                .put("/rest/V1/settings/" + path + "?scope=" + scope + "&scope_id=" + scopeId)
                .then()
                .statusCode(200);
    }

    public static void inherit(String path, String scope, int scopeId) {
        admin().delete("/rest/V1/settings/" + path + "?scope=" + scope + "&scope_id=" + scopeId)
                .then()
                .statusCode(200);
    }
}
