package io.clientele;

import static io.clientele.AdminFixture.asAdmin;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the audit log over HTTP. */
public final class AuditFixture {

    private static final String SEARCH = "/rest/V1/auditLog/search";

    private AuditFixture() {}

    /** An id for a request of which all entries are wanted. */
    public static String requestId() {
        return "audit-" + UUID.randomUUID();
    }

    /** The entries that the request left, the oldest first. */
    public static List<Map<String, Object>> entries(String requestId) {
        return search(asAdmin(), "request_id", requestId)
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .reversed();
    }

    /** The entries with that value in the field, the newest first. */
    public static ValidatableResponse search(RequestSpecification as, String field, Object value) {
        return as.queryParam("searchCriteria[filterGroups][0][filters][0][field]", field)
                .queryParam("searchCriteria[filterGroups][0][filters][0][value]", value)
                .get(SEARCH)
                .then();
    }
}
