package io.clientele;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.create;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.token;
import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.event.webhook.WebhookFixture;
import io.clientele.massaction.MassActionFixture;
import io.clientele.merge.MergeFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.shared.graphql.ServedSchema;
import io.clientele.tax.TaxFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation that writes has decided how it is safe: what makes something has a row in idempotent-operations.tsv,
 * and what changes or deletes a thing has one here that shows its version being asked for.
 */
@QuarkusTest
class SafeOperationsTest {

    private static final String DEFAULT_GROUP = "customer/create_account/default_group";

    @Inject
    ServedSchema served;

    @Inject
    Schema model;

    /**
     * A thing to change.
     *
     * @param path where it is changed
     * @param body what changes it; an empty one for deleting
     * @param tag its version
     * @param token whose request it is
     */
    record Thing(String path, Map<String, ?> body, String tag, String token) {

        Thing(String path, Map<String, ?> body, String tag) {
            this(path, body, tag, AdminFixture.token());
        }
    }

    static final List<String> MADE = new ArrayList<>(
            List.of("/rest/V1/settings/general/locale/weight_unit", "/rest/V1/settings/" + DEFAULT_GROUP));

    @AfterEach
    void remove_what_was_made() {
        MADE.forEach(path -> asAdmin().delete(path));
    }

    @Test
    void every_operation_that_makes_something_says_whether_it_takes_a_key() throws IOException {
        Map<String, Boolean> decided = new TreeMap<>();
        rows().forEach(row -> decided.put(row[0], row[1].equals("yes")));
        Map<String, Boolean> real = new TreeMap<>();
        operations((name, operation) -> {
            if (name.startsWith("POST ")) {
                real.put(name, names(operation, "idempotencyKey"));
            }
        });
        for (Operation mutation : model.getMutations()) {
            real.put("mutation " + mutation.getName(), served.idempotent().contains(mutation.getName()));
        }
        assertThat(decided).isEqualTo(real);
        assertThat(rows())
                .filteredOn(row -> row[1].equals("no"))
                .allSatisfy(row -> assertThat(row).as(row[0]).hasSize(3));
    }

    @Test
    void every_key_taking_post_does_once_what_is_sent_twice() throws IOException {
        Map<String, Map<String, ?>> bodies = bodies();
        SoftAssertions softly = new SoftAssertions();
        for (String[] row : rows()) {
            if (row[0].startsWith("POST ") && row[1].equals("yes")) {
                String path = row[0].substring("POST ".length());
                String key = UUID.randomUUID().toString();
                assertThat(bodies).as("a body for %s", row[0]).containsKey(row[0]);
                Response first = keyed(key).body(bodies.get(row[0])).post(path);
                MADE.add(path + "/" + nameOf(first));
                Response again = keyed(key).body(bodies.get(row[0])).post(path);
                softly.assertThat(first.statusCode())
                        .as("%s %s", row[0], first.asString())
                        .isEqualTo(200);
                softly.assertThat(first.header("Idempotent-Replayed")).isNull();
                softly.assertThat(again.statusCode()).as("%s again", row[0]).isEqualTo(200);
                softly.assertThat(again.asString()).as("%s again", row[0]).isEqualTo(first.asString());
                softly.assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
                softly.assertThat(again.header("ETag")).as("%s again", row[0]).isEqualTo(first.header("ETag"));
                softly.assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
            }
        }
        softly.assertAll();
    }

    @Test
    void every_change_asks_for_the_version_it_is_meant_for() {
        SoftAssertions softly = new SoftAssertions();
        TreeSet<String> conditional = new TreeSet<>();
        operations((name, operation) -> {
            if (names(operation, "ifMatch")) {
                conditional.add(name);
            }
            boolean changes = name.startsWith("PUT ") || name.startsWith("DELETE ");
            boolean unversioned = name.endsWith("/customers/validate")
                    || name.endsWith("/password")
                    || name.endsWith("/activate")
                    || name.endsWith("/products/tier-prices")
                    || name.contains("/signingKeys/")
                    || name.contains("/outbox/")
                    || name.contains("/rest/async/")
                    || name.contains("/consents/")
                    || name.contains("/webhookDeliveries/")
                    || name.contains("/sessions");
            softly.assertThat(names(operation, "ifMatch")).as(name).isEqualTo(changes && !unversioned);
        });
        Map<String, Thing> things = things();
        assertThat(things.keySet()).isEqualTo(conditional);
        things.forEach((name, thing) -> {
            Response stale = change(name, thing, "\"other\"");
            softly.assertThat(stale.statusCode())
                    .as("%s stale: %s", name, stale.asString())
                    .isEqualTo(412);
            softly.assertThat(thing.tag()).as(name).isNotNull();
            Response current = change(name, thing, thing.tag());
            softly.assertThat(current.statusCode())
                    .as("%s current: %s", name, current.asString())
                    .isEqualTo(200);
            if (name.startsWith("PUT ")) {
                softly.assertThat(current.header("ETag")).as(name).isNotNull();
            }
        });
        softly.assertAll();
    }

    private static Response change(String name, Thing thing, String tag) {
        RequestSpecification request = as(thing.token()).header("If-Match", tag);
        if (name.startsWith("DELETE ")) {
            return request.delete(thing.path());
        }
        return request.body(thing.body()).put(thing.path());
    }

    static Map<String, Thing> things() {
        Map<String, Thing> things = new TreeMap<>();
        for (String verb : new String[] {"PUT", "DELETE"}) {
            String mark = mark();
            things.put(verb + " /rest/V1/customers/{customerId}", made("/rest/V1/customers/", "customer", customer()));
            things.put(
                    verb + " /rest/V1/customerGroups/{id}",
                    made("/rest/V1/customerGroups/", "group", Map.of("code", mark, "tax_class_id", 3)));
            things.put(
                    verb + " /rest/V1/taxClasses/" + (verb.equals("PUT") ? "{classId}" : "{taxClassId}"),
                    made("/rest/V1/taxClasses/", "taxClass", Map.of("class_name", mark, "class_type", "CUSTOMER")));
            things.put(
                    verb + " /rest/V1/taxRates" + (verb.equals("PUT") ? "" : "/{rateId}"),
                    named(verb, made("/rest/V1/taxRates/", "taxRate", taxRate(mark))));
            things.put(
                    verb + " /rest/V1/taxRules" + (verb.equals("PUT") ? "" : "/{ruleId}"),
                    named(verb, made("/rest/V1/taxRules/", "rule", taxRule(mark))));
            things.put(
                    verb + " /rest/V1/admin/roles/{id}",
                    made("/rest/V1/admin/roles/", "role", Map.of("name", mark, "resources", List.of())));
            things.put(
                    verb + " /rest/V1/integrations/{id}",
                    made("/rest/V1/integrations/", "integration", Map.of("name", mark, "resources", List.of())));
            things.put(verb + " /rest/V1/admin/users/{id}", made("/rest/V1/admin/users/", "user", user(mark)));
            things.put(
                    verb + " /rest/V1/store/websites/{id}",
                    made("/rest/V1/store/websites/", "website", Map.of("code", mark, "name", mark)));
            things.put(
                    verb + " /rest/V1/store/storeGroups/{id}",
                    made("/rest/V1/store/storeGroups/", "group", storeGroup(mark)));
            things.put(
                    verb + " /rest/V1/store/storeViews/{id}",
                    made("/rest/V1/store/storeViews/", "store", storeView(mark)));
            things.put(
                    verb + " /rest/V1/customerGrid/views/{id}",
                    made("/rest/V1/customerGrid/views/", "view", Map.of("name", mark)));
            things.put(
                    verb + " /rest/V1/customerSegments/{id}",
                    made("/rest/V1/customerSegments/", "segment", SegmentFixture.any()));
            things.put(
                    verb + " /rest/V1/webhooks/{id}", made("/rest/V1/webhooks/", "webhook", WebhookFixture.webhook()));
            Response asked = asAdmin()
                    .body(Map.of("request", Map.of("kind", "access", "email", mark + "@example.com")))
                    .post("/rest/V1/privacy/requests");
            things.put(
                    verb + " /rest/V1/privacy/requests/{id}",
                    new Thing(
                            "/rest/V1/privacy/requests/" + nameOf(asked),
                            Map.of("request", Map.of("on_hold", true)),
                            asked.header("ETag")));
            String product = "/rest/V1/productFacts/" + mark;
            Map<String, Object> facts = Map.of("product", Map.of("price", 1));
            things.put(
                    verb + " /rest/V1/productFacts/{sku}",
                    new Thing(product, facts, asAdmin().body(facts).put(product).header("ETag")));
            for (String owner : List.of("customerAttributes", "customerAddressAttributes")) {
                things.put(
                        verb + " /rest/V1/" + owner + "/{attributeCode}",
                        made("/rest/V1/" + owner + "/", "attribute", attribute(mark)));
            }
            // The value is given first and taken away then: the tag is asked for when it is needed.
            String setting = verb.equals("PUT") ? "general/locale/weight_unit" : "general/locale/timezone";
            String path = "/rest/V1/settings/" + setting;
            String value = asAdmin().get(path).jsonPath().getString("value");
            things.put(verb + " /rest/V1/settings/{path}", new Thing(path, Map.of("value", value), tagOf(path)));
        }
        String tiered = "/rest/V1/productFacts/" + mark();
        asAdmin().body(Map.of("product", Map.of("price", 9))).put(tiered);
        String tiers = tiered.replace("productFacts", "products") + "/group-prices/1/tiers";
        asAdmin().post(tiers + "/2/price/3");
        things.put(
                "DELETE /rest/V1/products/{sku}/group-prices/{customerGroupId}/tiers/{qty}",
                new Thing(tiers + "/2", Map.of(), tagOf(tiers)));
        Map<String, Object> person = customer();
        create(person);
        String own = token(person.get("email"));
        things.put(
                "PUT /rest/V1/customers/me",
                new Thing(
                        "/rest/V1/customers/me",
                        Map.of("customer", person),
                        as(own).get("/rest/V1/customers/me").header("ETag"),
                        own));
        String external = "/rest/V1/customers/external/" + mark();
        Map<String, Object> named = Map.of("customer", customer());
        things.put(
                "PUT /rest/V1/customers/external/{externalId}",
                new Thing(external, named, asAdmin().body(named).put(external).header("ETag")));
        long addressed = createByAdmin(customerWithAddresses(2));
        long address =
                asAdmin().get("/rest/V1/customers/" + addressed).jsonPath().getLong("addresses[1].id");
        things.put(
                "DELETE /rest/V1/addresses/{addressId}",
                new Thing("/rest/V1/addresses/" + address, Map.of(), tagOf("/rest/V1/customers/addresses/" + address)));
        long row = createByAdmin(customer());
        things.put(
                "PUT /rest/V1/customerGrid/rows/{customerId}",
                new Thing(
                        "/rest/V1/customerGrid/rows/" + row,
                        Map.of("row", Map.of("taxvat", "DE1")),
                        tagOf("/rest/V1/customers/" + row)));
        things.put(
                "PUT /rest/V1/customerGroups/default/{id}",
                new Thing("/rest/V1/customerGroups/default/1", Map.of(), tagOf("/rest/V1/customerGroups/default")));
        things.put(
                "PUT /rest/V1/currency/rates",
                new Thing(
                        "/rest/V1/currency/rates",
                        Map.of("rates", List.of(Map.of("from", "EUR", "to", "EUR", "rate", 1))),
                        tagOf("/rest/V1/currency/rates")));
        return things;
    }

    /** The same thing as a PUT names it where the path does not: by the id in the body. */
    private static Thing named(String verb, Thing thing) {
        if (!verb.equals("PUT")) {
            return thing;
        }
        int slash = thing.path().lastIndexOf('/');
        String wrapper = thing.body().keySet().iterator().next();
        Map<String, Object> draft = new TreeMap<>();
        ((Map<?, ?>) Objects.requireNonNull(thing.body().get(wrapper)))
                .forEach((name, value) -> draft.put((String) name, value));
        draft.put("id", Integer.valueOf(thing.path().substring(slash + 1)));
        return new Thing(thing.path().substring(0, slash), Map.of(wrapper, draft), thing.tag());
    }

    private static Map<String, Object> taxRate(String mark) {
        return Map.of("tax_country_id", "DE", "tax_postcode", "*", "rate", 19, "code", mark);
    }

    private static Map<String, Object> taxRule(String mark) {
        return Map.of(
                "code",
                mark,
                "priority",
                0,
                "position",
                0,
                "customer_tax_class_ids",
                List.of(3),
                "product_tax_class_ids",
                List.of(TaxFixture.taxClass("PRODUCT")),
                "tax_rate_ids",
                List.of(1));
    }

    private static Thing made(String collection, String wrapper, Map<String, ?> draft) {
        String path = collection.substring(0, collection.length() - 1);
        Response made = asAdmin().body(Map.of(wrapper, draft)).post(path);
        assertThat(made.statusCode()).as("%s %s", path, made.asString()).isEqualTo(200);
        String name = nameOf(made);
        MADE.add(collection + name);
        return new Thing(collection + name, Map.of(wrapper, draft), made.header("ETag"));
    }

    /** What the thing that was made is named by in a path. */
    static String nameOf(Response made) {
        String text = made.asString();
        if (!text.startsWith("{")) {
            return text.replace("\"", "");
        }
        String code = made.jsonPath().getString("attribute_code");
        return code == null ? made.jsonPath().getString("id") : code;
    }

    static Map<String, Map<String, ?>> bodies() {
        String mark = mark();
        return Map.ofEntries(
                entry("POST /rest/V1/admin/roles", Map.of("role", Map.of("name", mark, "resources", List.of()))),
                entry("POST /rest/V1/admin/users", Map.of("user", user(mark))),
                entry("POST /rest/V1/customerGrid/views", Map.of("view", Map.of("name", mark))),
                entry("POST /rest/V1/customerGroups", Map.of("group", Map.of("code", mark, "tax_class_id", 3))),
                entry("POST /rest/V1/customerSegments", Map.of("segment", SegmentFixture.any())),
                entry("POST /rest/V1/customers", Map.of("customer", customer())),
                entry(
                        "POST /rest/V1/customers/massActions",
                        MassActionFixture.named("revoke", Map.of(), List.of(987654321L))),
                entry(
                        "POST /rest/V1/customers/merge",
                        MergeFixture.body(createByAdmin(customer()), createByAdmin(customer()))),
                entry(
                        "POST /rest/V1/privacy/requests",
                        Map.of("request", Map.of("kind", "access", "email", mark + "@example.com"))),
                entry("POST /rest/V1/exports", Map.of("export", Map.of("entity", "customer"))),
                entry("POST /rest/V1/store/storeGroups", Map.of("group", storeGroup(mark))),
                entry("POST /rest/V1/store/storeViews", Map.of("store", storeView(mark))),
                entry("POST /rest/V1/store/websites", Map.of("website", Map.of("code", mark, "name", mark))),
                entry(
                        "POST /rest/V1/taxClasses",
                        Map.of("taxClass", Map.of("class_name", mark, "class_type", "CUSTOMER"))),
                entry("POST /rest/V1/taxRates", Map.of("taxRate", taxRate(mark))),
                entry("POST /rest/V1/taxRules", Map.of("rule", taxRule(mark))),
                entry("POST /rest/V1/customerAttributes", Map.of("attribute", attribute(mark))),
                entry("POST /rest/V1/customerAddressAttributes", Map.of("attribute", attribute(mark))));
    }

    private static Map<String, Object> attribute(String mark) {
        return Map.of("attribute_code", mark, "frontend_input", "text", "default_frontend_label", mark);
    }

    private static Map<String, Object> user(String mark) {
        return Map.of(
                "username",
                mark,
                "email",
                mark + "@example.com",
                "firstname",
                "Sa",
                "lastname",
                "Fe",
                "password",
                "Safe-Pass-1",
                "role_id",
                1,
                "is_active",
                false);
    }

    private static Map<String, Object> storeGroup(String mark) {
        return Map.of("website_id", 1, "code", mark, "name", mark);
    }

    private static Map<String, Object> storeView(String mark) {
        return Map.of("website_id", 1, "store_group_id", 1, "code", mark, "name", mark, "is_active", true);
    }

    static String mark() {
        return "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static RequestSpecification keyed(String key) {
        return asAdmin().header("Idempotency-Key", key);
    }

    private static String tagOf(String path) {
        return asAdmin().get(path).then().statusCode(200).extract().header("ETag");
    }

    private static boolean names(JsonNode operation, String parameter) {
        return operation.path("parameters").toString().contains("#/components/parameters/" + parameter + "\"");
    }

    private static void operations(BiConsumer<String, JsonNode> each) {
        try {
            JsonNode document = new ObjectMapper()
                    .readTree(given().get("/q/openapi?format=json").asString());
            document.get("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(verb -> each.accept(
                                    verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), verb.getValue())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String[]> rows() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(SafeOperationsTest.class.getResourceAsStream("/idempotent-operations.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }
}
