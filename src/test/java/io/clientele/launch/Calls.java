package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests to a service with a token, or with none where that is empty.
 *
 * @param token a bearer token
 */
record Calls(PackagedService service, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As the first administrator. */
    static Calls asRoot(PackagedService service) throws Exception {
        JsonNode token = new Calls(service, "").post("/rest/V1/integration/admin/token", """
                {"username": "root", "password": "Only-4-tests!"}""");
        return new Calls(service, token.asText());
    }

    /** The same caller at another instance. */
    Calls at(PackagedService other) {
        return new Calls(other, token);
    }

    JsonNode get(String path) throws Exception {
        return read(send("GET", path, ""));
    }

    JsonNode post(String path, String body) throws Exception {
        return read(send("POST", path, body));
    }

    int status(String path) throws Exception {
        return send("GET", path, "").statusCode();
    }

    HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = service.request(path).header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpRequest.BodyPublisher sent =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return service.client().send(request.method(method, sent).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** All events of the feed, in its order. */
    List<JsonNode> feed() throws Exception {
        List<JsonNode> events = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = get("/rest/V1/events?limit=1000&after=" + cursor);
            if (page.get("items").isEmpty()) {
                return events;
            }
            page.get("items").forEach(events::add);
            cursor = page.get("next").asText();
        }
    }

    static JsonNode read(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
