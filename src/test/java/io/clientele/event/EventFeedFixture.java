package io.clientele.event;

import static io.clientele.AdminFixture.asAdmin;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the feed of events over HTTP. */
public final class EventFeedFixture {

    private EventFeedFixture() {}

    /** The place that the next event comes after. */
    public static String end() {
        return read("", new ArrayList<>());
    }

    /** What has happened after the place. */
    public static List<Map<String, Object>> after(String cursor) {
        List<Map<String, Object>> events = new ArrayList<>();
        read(cursor, events);
        return events;
    }

    /** What has happened to the customer after the place. */
    public static List<Map<String, Object>> after(String cursor, long customerId) {
        return after(cursor).stream()
                .filter(event -> Objects.equals(event.get("subject"), "customers/" + customerId))
                .toList();
    }

    /** The kinds of the events, in order. */
    public static List<Object> types(List<Map<String, Object>> events) {
        return events.stream().map(event -> event.get("type")).toList();
    }

    private static String read(String from, List<Map<String, Object>> into) {
        String cursor = from;
        while (true) {
            JsonPath page = asAdmin()
                    .queryParam("after", cursor)
                    .queryParam("limit", EventFeedService.MOST)
                    .get("/rest/V1/events")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Map<String, Object>> items = page.getList("items");
            cursor = page.getString("next");
            if (items.isEmpty()) {
                return cursor;
            }
            into.addAll(items);
        }
    }
}
