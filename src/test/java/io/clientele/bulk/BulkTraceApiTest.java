package io.clientele.bulk;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.bulk.BulkFixture.accepted;
import static io.clientele.bulk.BulkFixture.ended;
import static io.clientele.bulk.BulkFixture.statuses;
import static io.clientele.customer.CustomerFixture.body;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.email;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.AuditFixture;
import io.clientele.MailFixture;
import io.clientele.attribute.AttributeFixture;
import io.clientele.attribute.AttributesGone;
import io.clientele.customer.SiteFixture;
import io.clientele.event.EventFeedFixture;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What customers that were made together leave behind is what others leave that were made one by one. */
@QuarkusTest
@ExtendWith(AttributesGone.class)
class BulkTraceApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is another one's of necessity. */
    private static final Set<String> OWN = Set.of(
            "id",
            "customer_id",
            "email",
            "external_id",
            "created_at",
            "updated_at",
            "createdAt",
            "updatedAt",
            "externalId",
            "object_id",
            "object_name",
            "request_id",
            "time",
            "sequence",
            "subject",
            "default_billing",
            "default_shipping");

    @Inject
    Database database;

    @Test
    void customers_made_together_leave_what_customers_made_one_by_one_leave() throws Exception {
        String colour = AttributeFixture.created("text", "is_searchable_in_grid", true);
        AttributeFixture.created("text", "default_value", "as ever");
        SiteFixture site = SiteFixture.make();
        Map<String, Object> rich = with(
                with(
                        with(customerWithAddresses(3), "dob", "1815-12-10"),
                        "custom_attributes",
                        List.of(Map.of("attribute_code", colour, "value", "Vermilion"))),
                "extension_attributes",
                Map.of("external_id", AttributeFixture.code("key")));
        List<Map<String, Object>> drafts = List.of(
                customer(),
                rich,
                with(with(with(customer(), "website_id", site.website()), "prefix", "Dr."), "gender", 2),
                with(with(customer(), "group_id", 2), "disable_auto_group_change", 1));
        String place = EventFeedFixture.end();
        List<Map<String, Object>> alone = new ArrayList<>();
        for (Map<String, Object> draft : drafts) {
            String request = AuditFixture.requestId();
            String answer = asAdmin()
                    .header("X-Request-Id", request)
                    .body(body(draft))
                    .post("/rest/V1/customers")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            alone.add(trace(draft, JSON.readTree(answer), AuditFixture.entries(request), place));
        }
        List<Map<String, Object>> twins =
                drafts.stream().map(BulkTraceApiTest::twin).toList();
        String request = AuditFixture.requestId();
        JsonPath done = ended(accepted(asAdmin()
                .header("X-Request-Id", request)
                .body(twins.stream().map(each -> body(each)).toList())
                .post("/rest/async/bulk/V1/customers")));
        assertThat(statuses(done)).containsOnly(1);
        List<Map<String, Object>> entries = AuditFixture.entries(request);
        assertThat(entries).hasSize(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            JsonNode answer = JSON.readTree(done.getString("operations_list[" + i + "].result_serialized_data"));
            Object id = answer.get("id").asText();
            assertThat(trace(
                            twins.get(i),
                            answer,
                            entries.stream()
                                    .filter(entry -> entry.get("object_id").equals(id))
                                    .toList(),
                            place))
                    .as("number %d", i)
                    .isEqualTo(alone.get(i));
        }
    }

    /** The same person with other names for what only one may have. */
    private static Map<String, Object> twin(Map<String, Object> draft) {
        Map<String, Object> twin = with(draft, "email", email());
        return draft.containsKey("extension_attributes")
                ? with(twin, "extension_attributes", Map.of("external_id", AttributeFixture.code("key")))
                : twin;
    }

    /** All that is there of a new customer, without what is another one's. */
    private Map<String, Object> trace(
            Map<String, Object> draft, JsonNode answer, List<Map<String, Object>> entries, String place) {
        long id = answer.get("id").asLong();
        String email = draft.get("email").toString();
        Map<String, Object> trace = new TreeMap<>();
        trace.put("answer", common(answer));
        trace.put(
                "customer",
                common(read(asAdmin().get("/rest/V1/customers/" + id).asString())));
        assertThat(entries)
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("action", "customer.created")
                        .containsEntry("object_id", Long.toString(id))
                        .containsEntry("object_name", email));
        trace.put("entry", common(JSON.valueToTree(entries)));
        List<Map<String, Object>> events = EventFeedFixture.after(place, id);
        assertThat(EventFeedFixture.types(events)).hasSize(1);
        trace.put("events", common(JSON.valueToTree(events)));
        Map<String, Object> mail = MailFixture.mail(email, "welcome-no-password");
        assertThat(MailFixture.token(mail)).hasSizeGreaterThan(20);
        assertThat(MailFixture.sent(email, "welcome-no-password")).hasSize(1);
        trace.put(
                "mail",
                mail.get("subject")
                        + mail.get("text")
                                .toString()
                                .replace(MailFixture.token(mail), "TOKEN")
                                .replace(email, "EMAIL")
                                .replace(email.replace("@", "%40"), "EMAIL")
                                .replace("id=" + id, "id=ID"));
        trace.put(
                "keywords",
                texts("select replace(text, ?, 'EMAIL') from customer_keyword where customer_id = ?", email, id));
        trace.put("token", texts("""
                        select purpose || ' ' || (email = ?) || ' ' || date_trunc('second', expires_at - created_at) || ' '
                            || (password_version is null) || ' ' || (used_at is null)
                        from account_token where customer_id = ?""", email, id));
        trace.put("figures", texts("""
                        select orders_count || ' ' || lifetime_value || coalesce(last_sign_in_at::text, ' never')
                            || left(?, 0)
                        from customer_figure where customer_id = ?""", email, id));
        trace.put(
                "key",
                texts(
                        "select octet_length(secret)::text || left(?, 0) from person_key where person = 'customer:' || ?",
                        email,
                        id));
        trace.put("found", found(email));
        return trace;
    }

    private List<String> texts(String query, String email, long id) {
        return database.list(SqlFragment.of(query, email, id), row -> row.getString(1));
    }

    /** How many a search for the start of the address and the other words finds. */
    private static int found(String email) {
        return asAdmin()
                .queryParam("search", "lovelace " + email.substring(0, email.indexOf('@')))
                .queryParam("searchCriteria[pageSize]", 1)
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("total_count");
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static JsonNode common(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                object.remove(object.properties().stream()
                        .filter(each -> each.getValue().isNull())
                        .map(Map.Entry::getKey)
                        .toList());
                OWN.forEach(name -> {
                    if (object.has(name) && !object.get(name).isBoolean()) {
                        object.put(name, "…");
                    }
                });
                object.forEach(BulkTraceApiTest::common);
            }
            case ArrayNode array -> array.forEach(BulkTraceApiTest::common);
            default -> {}
        }
        return node;
    }
}
