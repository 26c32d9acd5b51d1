package io.clientele.merge;

import static io.clientele.AdminFixture.asAdmin;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Merges, of the first administrator. */
public final class MergeFixture {

    public static final String MERGE = "/rest/V1/customers/merge";

    private MergeFixture() {}

    /** What is sent to merge one into the other; names of fields and whose value counts in turn. */
    public static Map<String, Object> body(long survivor, long merged, String... fieldsAndSides) {
        Map<String, Object> merge = new HashMap<>(Map.of("survivor_id", survivor, "merged_id", merged));
        if (fieldsAndSides.length > 0) {
            List<Map<String, String>> choices = new java.util.ArrayList<>();
            for (int i = 0; i < fieldsAndSides.length; i += 2) {
                choices.add(Map.of("field", fieldsAndSides[i], "take", fieldsAndSides[i + 1]));
            }
            merge.put("choices", choices);
        }
        return Map.of("merge", merge);
    }

    public static ValidatableResponse send(Map<String, Object> body) {
        return asAdmin().body(body).post(MERGE).then();
    }

    public static ValidatableResponse preview(Map<String, Object> body) {
        return asAdmin().body(body).post(MERGE + "/preview").then();
    }

    /** Merges one into the other, and answers what the service says. */
    public static JsonPath merged(long survivor, long merged, String... fieldsAndSides) {
        return send(body(survivor, merged, fieldsAndSides))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Merges one into the other and answers the merge's id. */
    public static long merge(long survivor, long merged, String... fieldsAndSides) {
        return merged(survivor, merged, fieldsAndSides).getLong("id");
    }

    public static ValidatableResponse undo(long merge) {
        return asAdmin().post("/rest/V1/merges/" + merge + "/undo").then();
    }
}
