package io.clientele.massaction;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;

import io.clientele.segment.SegmentFixture;
import io.clientele.shared.job.JobFixture;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Actions on many customers, of the first administrator. */
public final class MassActionFixture {

    public static final String ACTIONS = "/rest/V1/customers/massActions";

    private MassActionFixture() {}

    /** What is sent for an action on those who are named. */
    public static Map<String, Object> named(String name, Map<String, ?> params, List<Long> ids) {
        return Map.of("action", Map.of("name", name, "params", params, "ids", ids));
    }

    /** What is sent for an action on all of whom a field is what is said. */
    public static Map<String, Object> matching(String name, Map<String, ?> params, String field, Object value) {
        Map<String, Object> filter = Map.of("field", field, "value", value, "condition_type", "eq");
        Map<String, Object> action = new HashMap<>();
        action.put("name", name);
        action.put("params", params);
        action.put("search_criteria", Map.of("filter_groups", List.of(Map.of("filters", List.of(filter)))));
        return Map.of("action", action);
    }

    public static ValidatableResponse send(Map<String, Object> body) {
        return asAdmin().body(body).post(ACTIONS).then();
    }

    /** Starts the action and answers its job. */
    public static long started(Map<String, Object> body) {
        return send(body).statusCode(200).extract().jsonPath().getLong("job_id");
    }

    /** Starts the action and waits until it is done. */
    public static JsonPath done(Map<String, Object> body) {
        return JobFixture.ended(started(body));
    }

    /** Starts the action as the administrator with the token, waits until it is done, and answers its job. */
    public static long doneAs(String token, Map<String, Object> body) {
        long job = as(token)
                .body(body)
                .post(ACTIONS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("job_id");
        SegmentFixture.until(
                "the job is done",
                () -> as(token)
                        .get("/rest/V1/jobs/" + job)
                        .jsonPath()
                        .getString("status")
                        .equals("done"));
        return job;
    }

    /** Takes back what the job did, and waits until that is done. */
    public static JsonPath undone(long job) {
        return JobFixture.ended(asAdmin()
                .post(ACTIONS + "/" + job + "/undo")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("job_id"));
    }
}
