package io.clientele.privacy;

import static io.clientele.AdminFixture.asAdmin;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.segment.SegmentFixture;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Requests about people's data, over HTTP. */
final class PrivacyFixture {

    static final String REQUESTS = "/rest/V1/privacy/requests";

    private static final ObjectMapper JSON = new ObjectMapper();

    private PrivacyFixture() {}

    /** Asks something; names and values in turn. */
    static ValidatableResponse ask(RequestSpecification as, String kind, Object... namesAndValues) {
        Map<String, Object> draft = new HashMap<>(Map.of("kind", kind));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            draft.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return as.body(Map.of("request", draft)).post(REQUESTS).then();
    }

    static long id(ValidatableResponse asked) {
        return asked.statusCode(200).extract().jsonPath().getLong("id");
    }

    static RequestSpecification guest() {
        return given().contentType(ContentType.JSON);
    }

    static ValidatableResponse verify(RequestSpecification as, long id, String name, String value) {
        return as.body(Map.of(name, value))
                .post(REQUESTS + "/" + id + "/verify")
                .then();
    }

    static JsonPath read(long id) {
        return asAdmin()
                .get(REQUESTS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The request of an administrator who knows the customer, once it is done. */
    static long erased(long customerId) {
        long id = id(ask(asAdmin(), "erase", "customer_id", customerId, "evidence", "Has called"));
        awaitStatus(id, "done");
        return id;
    }

    /** What the audit log says of a customer. */
    static List<Map<String, Object>> entries(long customerId) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "person")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", "customer:" + customerId)
                .get("/rest/V1/auditLog/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    static void awaitStatus(long id, String status) {
        SegmentFixture.until(
                "request " + id + " is " + status,
                () -> read(id).getString("status").equals(status));
    }

    static byte[] file(RequestSpecification as, long id, String query) {
        return as.accept("*/*")
                .get(REQUESTS + "/" + id + "/file" + query)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/zip")
                .header("Cache-Control", "private, no-store")
                .extract()
                .asByteArray();
    }

    /** The entries of a ZIP by their names. */
    static Map<String, String> unzipped(byte[] file) {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** The records of a section. */
    static List<JsonNode> records(Map<String, String> entries, String section) {
        try {
            return List.copyOf(JSON.readValue(
                    entries.get(section + ".json"),
                    JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
