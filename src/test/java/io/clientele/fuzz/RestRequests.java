package io.clientele.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes REST requests out of the OpenAPI document: valid ones, and valid ones with something broken. */
public final class RestRequests {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final ObjectMapper ESCAPED =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST_BODY = 6;

    private static final List<String> SETTINGS = List.of(
            "customer/password/minimum_password_length",
            "customer/address/street_lines",
            "general/locale/weight_unit",
            "general/country/optional_zip_countries");

    private static final List<String> RAW = List.of(
            "{",
            "{\"customer\":",
            "[]",
            "\"text\"",
            "12",
            "null",
            "{} {}",
            "{\"a\":NaN}",
            "{\"a\":1e400}",
            "{\"a\":" + "9".repeat(5_000) + "}",
            "{\"a\":\"\\ud800\"}",
            "{'a':1}",
            "\ufeff{}",
            "<xml/>",
            "a=b&c=d",
            "[".repeat(70) + "]".repeat(70),
            "{\"a\":".repeat(5_000));

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "application/json; charset=latin1",
            "application/json; charset=\"",
            "application/xml",
            "text/plain",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "application",
            "/",
            ";;;",
            "*/*");

    /**
     * A request that is ready to be sent.
     *
     * @param target path and query, percent-encoded
     * @param pruned whether {@code fields} may have taken something from the answer
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way out, compared by nobody
    public record Request(Operation operation, String target, String contentType, byte[] body, boolean pruned) {}

    private final Random random;
    private final Made made;
    private final JsonSchema schemas;
    private final Plausible plausible;
    private final SearchQueries searches;

    public RestRequests(JsonNode document, Random random, Made made) {
        this.random = random;
        this.made = made;
        this.schemas = new JsonSchema(document);
        this.plausible = new Plausible(random);
        this.searches = new SearchQueries(random);
    }

    public Request next(Operation operation) {
        List<String> query = new ArrayList<>();
        String path = path(operation, query);
        boolean pruned = operation.reads() && random.nextInt(5) == 0;
        if (pruned) {
            query.add("fields=" + encoded(random.nextBoolean() ? "items[id],id,total_count" : Hostile.text(random)));
        }
        if (operation.path().endsWith("/search")) {
            query.addAll(searches.next());
        }
        if (random.nextInt(20) == 0) {
            query.add(encoded(Hostile.text(random)) + "=" + encoded(Hostile.text(random)));
        }
        String target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        boolean odd = random.nextInt(25) == 0;
        return new Request(
                operation, target, odd ? Hostile.pick(TYPES, random) : "application/json", body(operation), pruned);
    }

    private String path(Operation operation, List<String> query) {
        Matcher parameters = PARAMETER.matcher(operation.path());
        StringBuilder path = new StringBuilder();
        while (parameters.find()) {
            parameters.appendReplacement(
                    path, Matcher.quoteReplacement(parameter(operation, parameters.group(1), query)));
        }
        return parameters.appendTail(path).toString();
    }

    private String parameter(Operation operation, String name, List<String> query) {
        if (name.equals("path")) {
            return setting(operation, query);
        }
        String collection = operation.collection();
        if (collection.equals("/rest/V1/customers/addresses")) {
            collection = Made.ADDRESSES;
        }
        // The default group of the shop is the tests' own: only a group that does not exist is named.
        boolean known = made.has(collection) && !collection.endsWith("/default");
        if (known && random.nextInt(3) > 0) {
            return made.any(collection, random);
        }
        List<String> built = List.of("0", "1", "2", "3", "US", "XX");
        return operation.reads() && random.nextBoolean()
                ? Hostile.pick(built, random)
                : encoded(Hostile.pick(Hostile.NO_IDS, random));
    }

    /** A setting is changed only for a website the fuzz made: everybody else works with the others. */
    private String setting(Operation operation, List<String> query) {
        if (operation.reads()) {
            query.add("scope=" + Hostile.pick(List.of("default", "websites", "stores", "x", "%00"), random));
            query.add("scope_id=" + Hostile.pick(List.of("0", "1", "-1", "9223372036854775808", "x"), random));
        } else if (made.has(Made.WEBSITES) && random.nextInt(4) > 0) {
            query.add("scope=websites");
            query.add("scope_id=" + made.any(Made.WEBSITES, random));
        } else {
            query.add("scope=" + Hostile.pick(List.of("websites", "x", "%00"), random));
            query.add("scope_id=" + Hostile.pick(List.of("-1", "987654321", "1e400", "x"), random));
        }
        // An empty path would be another operation.
        return random.nextInt(3) == 0 ? "x" + encoded(Hostile.text(random)) : Hostile.pick(SETTINGS, random);
    }

    private byte[] body(Operation operation) {
        JsonNode schema = operation.body();
        if (schema.isMissingNode()) {
            return random.nextInt(20) == 0 && !operation.reads() ? bytes(Hostile.pick(RAW, random)) : new byte[0];
        }
        if (random.nextInt(15) == 0) {
            return random.nextInt(5) == 0 ? new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"'} : raw();
        }
        JsonNode body = valid(schemas.resolved(schema), "", operation, 0);
        if (random.nextInt(4) > 0) {
            int faults = 1 + random.nextInt(3);
            for (int i = 0; i < faults; i++) {
                spoil(body);
            }
        }
        return written(body);
    }

    private byte[] raw() {
        return bytes(Hostile.pick(RAW, random));
    }

    private byte[] written(JsonNode body) {
        try {
            return bytes((random.nextBoolean() ? ESCAPED : PLAIN).writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode valid(JsonNode schema, String name, Operation operation, int depth) {
        JsonNode own = own(name, operation);
        if (own != null) {
            return own;
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, operation, depth);
            case "array" -> list(schema, name, operation, depth);
            case "integer", "number" -> JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode("Fuzz");
        };
    }

    /** References lead to what the fuzz made; things are named by their path, not by their body. */
    private JsonNode own(String name, Operation operation) {
        boolean store = operation.path().startsWith("/rest/V1/store/");
        return switch (name) {
            case "role_id" -> reference(Made.ROLES);
            case "store_group_id", "group_id" -> store ? reference(Made.STORE_GROUPS) : plausible.of(name);
            case "website_id" -> store || random.nextInt(8) == 0 ? reference(Made.WEBSITES) : plausible.of(name);
            case "id", "default_store_id", "default_group_id", "default_billing", "default_shipping", "confirmation" ->
                JSON.nullNode();
            default -> plausible.of(name);
        };
    }

    private JsonNode reference(String collection) {
        return made.has(collection)
                ? JSON.numberNode(Long.parseLong(made.any(collection, random)))
                : JSON.numberNode(987_654_321);
    }

    private JsonNode object(JsonNode schema, Operation operation, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth < DEEPEST_BODY) {
            schema.path("properties").properties().forEach(property -> {
                JsonNode value =
                        property.getKey().equals("region") && operation.path().contains("customers")
                                ? JSON.objectNode().put("region_id", 57)
                                : valid(schemas.resolved(property.getValue()), property.getKey(), operation, depth + 1);
                if (property.getKey().equals("is_required")) {
                    // Otherwise nobody could be made any more.
                    object.put("is_required", false);
                } else if (property.getKey().equals("custom_attributes")) {
                    attributes(object);
                } else if (!value.isNull()) {
                    object.set(property.getKey(), value);
                }
            });
        }
        return object;
    }

    private void attributes(ObjectNode object) {
        if (random.nextInt(5) == 0) {
            object.putArray("custom_attributes")
                    .addObject()
                    .put("attribute_code", Hostile.text(random))
                    .set("value", Hostile.value(random));
        }
    }

    private JsonNode list(JsonNode schema, String name, Operation operation, int depth) {
        ArrayNode known = plausible.listOf(name);
        if (known != null) {
            return known;
        }
        ArrayNode list = JSON.arrayNode();
        int size = random.nextInt(3);
        for (int i = 0; i < size && depth < DEEPEST_BODY; i++) {
            list.add(valid(schemas.resolved(schema.path("items")), "", operation, depth + 1));
        }
        return list;
    }

    /** Breaks one place of the body. An id never becomes that of something the fuzz did not make. */
    private void spoil(JsonNode body) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(body, objects);
        ObjectNode target = Hostile.pick(objects, random);
        List<String> names = new ArrayList<>();
        target.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(8) == 0) {
            target.set(Hostile.text(random), Hostile.value(random));
            return;
        }
        String name = Hostile.pick(names, random);
        switch (name.equals("id") ? 1 : random.nextInt(5)) {
            case 0 -> target.remove(name);
            case 1 -> target.put("id", Hostile.pick(Hostile.NO_IDS, random));
            case 2 -> target.put(name, Hostile.text(random));
            default -> target.set(name, Hostile.value(random));
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(each -> collect(each, objects));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** For a report: what was sent, cut to a length that can be read. */
    public static String shown(Request request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return request.operation().method() + " " + cut(request.target(), 300) + " [" + request.contentType() + "] "
                + cut(body, 600) + " " + Arrays.hashCode(request.body());
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }
}
