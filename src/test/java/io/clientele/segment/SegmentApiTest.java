package io.clientele.segment;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.segment.RuleFixture.all;
import static io.clientele.segment.RuleFixture.inSegment;
import static io.clientele.segment.RuleFixture.lastname;
import static io.clientele.segment.RuleFixture.notInSegment;
import static io.clientele.segment.SegmentFixture.SEGMENTS;
import static io.clientele.segment.SegmentFixture.awaitMember;
import static io.clientele.segment.SegmentFixture.change;
import static io.clientele.segment.SegmentFixture.create;
import static io.clientele.segment.SegmentFixture.hasCustomers;
import static io.clientele.segment.SegmentFixture.members;
import static io.clientele.segment.SegmentFixture.name;
import static io.clientele.segment.SegmentFixture.read;
import static io.clientele.segment.SegmentFixture.segment;
import static io.clientele.segment.SegmentFixture.send;
import static io.clientele.segment.SegmentFixture.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.clientele.AdminFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Segments over REST: making, changing and deleting them, and who is in them. */
@QuarkusTest
class SegmentApiTest {

    @AfterEach
    void remove_what_was_made() {
        SegmentFixture.deleteAll();
    }

    @Test
    void a_segment_is_shown_as_it_was_saved_with_its_members() {
        String name = name();
        long in = createByAdmin(with(customer(), "lastname", name));
        createByAdmin(customer());
        Map<String, Object> sent = segment(all(lastname(name)));
        sent.put("description", "People of one name");
        long id = create(sent);
        assertThat(members(id)).containsExactly(in);
        read(id).body("id", is((int) id))
                .body("uid", is(SegmentUid.of(id)))
                .body("name", is(sent.get("name")))
                .body("description", is("People of one name"))
                .body("is_active", is(true))
                .body("apply_to", is("registered"))
                .body("website_ids", contains(1))
                .body("mode", is("second"))
                .body("conditions.conditions[0].value", is(name))
                .body("rule_text", notNullValue())
                .body("pinned_in", empty())
                .body("pinned_out", empty())
                .body("version", is(1))
                .body("number_of_customers", is(1))
                .body("is_current", is(true))
                .body("recomputed_at", notNullValue());
    }

    @Test
    void the_list_speaks_the_contract_s_words() {
        Map<String, Object> sent = segment(all(lastname(name())));
        long id = create(sent);
        found("name", sent.get("name"))
                .body("total_count", is(1))
                .body("items[0].id", is((int) id))
                .body("items[0].uid", is(SegmentUid.of(id)))
                .body("items[0].apply_to", is(1))
                .body("items[0].is_active", is(1))
                .body("items[0].description", is(""))
                .body("items[0].number_of_customers", is(0))
                .body("items[0].associated_websites[0].id", is(1))
                .body("items[0].associated_websites[0].code", is("base"))
                .body("search_criteria.filter_groups[0].filters[0].field", is("name"));
    }

    private static io.restassured.response.ValidatableResponse found(String field, Object value) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", field)
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", value)
                .get(SEGMENTS + "/search")
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        refused(without("name"), "\"%fieldName\" is required. Enter and try again.", "fieldName", "name");
        refused(without("apply_to"), "\"%fieldName\" is required. Enter and try again.", "fieldName", "apply_to");
        refused(without("website_ids"), "\"%fieldName\" is required. Enter and try again.", "fieldName", "website_ids");
        refused(without("conditions"), "\"%fieldName\" is required. Enter and try again.", "fieldName", "conditions");
        String invalid = "Invalid value of \"%value\" provided for the %fieldName field.";
        refused(with(valid(), "apply_to", "everybody"), invalid, "value", "everybody");
        refused(with(valid(), "website_ids", List.of(987654)), invalid, "value", 987654);
        refused(with(valid(), "website_ids", List.of(0)), invalid, "value", 0);
        refused(with(valid(), "mode", "daily"), invalid, "value", "daily");
        refused(with(valid(), "pinned_in", List.of(987654321)), invalid, "value", 987654321);
        long customer = createByAdmin(customer());
        refused(
                with(with(valid(), "pinned_in", List.of(customer)), "pinned_out", List.of(customer)),
                "The customer with id = %id is pinned in and pinned out.",
                "id",
                (int) customer);
        refused(
                with(with(valid(), "pinned_in", List.of(customer)), "apply_to", "visitors"),
                "A segment of visitors has no customers that could be pinned.",
                null,
                null);
        refused(
                with(valid(), "name", "n".repeat(256)),
                "\"name\" length must be equal or less than 255 characters.",
                null,
                null);
        refused(
                with(valid(), "conditions", all(inSegment(987654321))),
                "No such entity with %fieldName = %fieldValue",
                "fieldValue",
                987654321);
    }

    private static Map<String, Object> valid() {
        return segment(all(lastname(name())));
    }

    private static Map<String, Object> without(String field) {
        Map<String, Object> segment = valid();
        segment.remove(field);
        return segment;
    }

    private static void refused(
            Map<String, Object> sent,
            String message,
            @org.jspecify.annotations.Nullable String parameter,
            @org.jspecify.annotations.Nullable Object value) {
        var answer = send(sent).body("message", is(message));
        assertThat(answer.extract().statusCode()).isIn(400, 404);
        if (parameter != null) {
            answer.body("parameters." + parameter, is(value));
        }
    }

    @Test
    void whom_it_applies_to_is_fixed_once_it_is_saved() {
        long id = create(valid());
        change(id, Map.of("apply_to", "both"))
                .statusCode(400)
                .body("message", is("Whom a segment applies to is fixed once it is saved."));
        change(id, Map.of("apply_to", "registered")).statusCode(200);
    }

    @Test
    void a_new_rule_has_other_members_and_the_old_one_is_kept() {
        String first = name();
        String second = name();
        long one = createByAdmin(with(customer(), "lastname", first));
        long other = createByAdmin(with(customer(), "lastname", second));
        long id = create(segment(all(lastname(first))));
        assertThat(members(id)).containsExactly(one);
        change(id, Map.of("conditions", all(lastname(second)))).statusCode(200).body("version", is(2));
        settled(id);
        assertThat(members(id)).containsExactly(other);
        hasCustomers(id, 1);
        asAdmin()
                .get(SEGMENTS + "/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("version", contains(2, 1))
                .body("[0].conditions.conditions[0].value", is(second))
                .body("[1].conditions.conditions[0].value", is(first))
                .body("[1].rule_text", notNullValue());
        change(id, Map.of("description", "Renamed only")).statusCode(200).body("version", is(2));
        asAdmin().get(SEGMENTS + "/" + id + "/versions").then().body("version", contains(2, 1));
    }

    @Test
    void pinned_customers_are_in_or_out_whatever_the_rule_says() {
        String name = name();
        long fits = createByAdmin(with(customer(), "lastname", name));
        long fitsToo = createByAdmin(with(customer(), "lastname", name));
        long fitsNot = createByAdmin(customer());
        long id = create(segment(all(lastname(name))));
        assertThat(members(id)).containsExactly(fits, fitsToo);
        change(id, Map.of("pinned_in", List.of(fitsNot), "pinned_out", List.of(fits)))
                .statusCode(200);
        settled(id);
        assertThat(members(id)).containsExactly(fitsToo, fitsNot);
        assertThat(SegmentFixture.count(
                        "select count(*) from segment_change where segment_id = ? and reason = 'pinned'", id))
                .isEqualTo(2);
        change(id, Map.of("pinned_in", List.of(), "pinned_out", List.of())).statusCode(200);
        settled(id);
        assertThat(members(id)).containsExactly(fits, fitsToo);
    }

    @Test
    void switched_off_it_has_no_members_until_it_is_on_again() {
        String name = name();
        long in = createByAdmin(with(customer(), "lastname", name));
        long id = create(segment(all(lastname(name))));
        change(id, Map.of("is_active", false)).statusCode(200).body("is_active", is(false));
        settled(id);
        assertThat(members(id)).isEmpty();
        hasCustomers(id, 0);
        change(id, Map.of("is_active", true)).statusCode(200);
        settled(id);
        assertThat(members(id)).containsExactly(in);
    }

    @Test
    void refreshing_is_a_job_whose_starter_sees_how_far_it_is() {
        String name = name();
        createByAdmin(with(customer(), "lastname", name));
        long id = create(segment(all(lastname(name))));
        SegmentFixture.run("delete from segment_member where segment_id = ?", id);
        int job = asAdmin()
                .post(SEGMENTS + "/" + id + "/refresh")
                .then()
                .statusCode(200)
                .extract()
                .path("job_id");
        SegmentFixture.until(
                "the job is done",
                () -> asAdmin()
                        .get("/rest/V1/jobs/" + job)
                        .then()
                        .statusCode(200)
                        .body("id", is(job))
                        .body("kind", is("segment_recompute"))
                        .extract()
                        .path("status")
                        .equals("done"));
        assertThat(members(id)).hasSize(1);
        String other = AdminFixture.administrator(List.of(SegmentService.RESOURCE));
        AdminFixture.as(other)
                .get("/rest/V1/jobs/" + job)
                .then()
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"));
    }

    @Test
    void it_is_kept_while_another_rule_names_it_and_with_force_the_other_is_switched_off() {
        String name = name();
        long in = createByAdmin(with(customer(), "lastname", name));
        long named = create(segment(all(lastname(name))));
        Map<String, Object> sent = segment(all(notInSegment(named), lastname(name)));
        long other = create(sent);
        long third = create(segment(all(inSegment(other))));
        assertThat(members(named)).containsExactly(in);
        assertThat(members(other)).isEmpty();
        asAdmin()
                .delete(SEGMENTS + "/" + named)
                .then()
                .statusCode(400)
                .body("message", is("The segment is used by %uses. Use force to switch that off."))
                .body("parameters.uses", is("the segment \"" + sent.get("name") + "\""));
        change(named, Map.of("is_active", false)).statusCode(400).body("message", startsWith("The segment is used by"));
        asAdmin()
                .delete(SEGMENTS + "/" + named + "?force=true")
                .then()
                .statusCode(200)
                .body(is("true"));
        asAdmin().get(SEGMENTS + "/" + named).then().statusCode(404);
        settled(other);
        read(other).body("is_active", is(false)).body("number_of_customers", is(0));
        settled(third);
        read(third).body("is_active", is(false));
        assertThat(members(other)).isEmpty();
    }

    @Test
    void no_rule_names_its_own_segment_by_whatever_way() {
        long first = create(valid());
        long second = create(segment(all(inSegment(first))));
        long third = create(segment(all(inSegment(second))));
        change(first, Map.of("conditions", all(inSegment(third))))
                .statusCode(400)
                .body("message", is("The segment would depend on itself by way of \"%name\"."));
        change(first, Map.of("conditions", all(inSegment(first)))).statusCode(400);
    }

    @Test
    void its_customers_are_searched_by_the_columns_and_exported_without_formulas() {
        String name = name();
        Map<String, Object> person = with(with(customer(), "lastname", name), "firstname", "=cmd");
        Map<String, Object> address = with(
                with(io.clientele.customer.CustomerFixture.address(), "default_billing", true), "postcode", "78701");
        long one = createByAdmin(with(with(person, "firstname", "Zoe"), "addresses", List.of(address)));
        long two = createByAdmin(with(with(customer(), "lastname", name), "prefix", "=Dr"));
        long id = create(segment(all(lastname(name))));
        asAdmin()
                .queryParam("searchCriteria[sort_orders][0][field]", "name")
                .queryParam("searchCriteria[sort_orders][0][direction]", "DESC")
                .queryParam("searchCriteria[page_size]", 1)
                .get(SEGMENTS + "/" + id + "/customers")
                .then()
                .statusCode(200)
                .body("total_count", is(2))
                .body("items", hasSize(1))
                .body("items[0].id", is((int) one))
                .body("items[0].name", is("Zoe " + name))
                .body("items[0].email", notNullValue())
                .body("items[0].group", is("General"))
                .body("items[0].phone", is("+1 512 555 0100"))
                .body("items[0].postcode", is("78701"))
                .body("items[0].country_id", is("US"))
                .body("items[0].region", is("Texas"))
                .body("items[0].customer_since", notNullValue());
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "postcode")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", "78701")
                .get(SEGMENTS + "/" + id + "/customers")
                .then()
                .body("items.id", contains((int) one));
        String csv = asAdmin()
                .accept(ContentType.ANY)
                .queryParam("searchCriteria", "")
                .get(SEGMENTS + "/" + id + "/export")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .header("Content-Disposition", containsString("segment-" + id + ".csv"))
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(3).first().asString().startsWith("id,name,email,group,phone");
        assertThat(csv).contains("\r\n" + two + ",'=Dr Ada " + name).contains("'+1 512 555 0100");
    }

    @Test
    void a_segment_of_visitors_has_no_list() {
        long id = create(with(segment(all(RuleFixture.cartLines(1))), "apply_to", "visitors"));
        asAdmin()
                .queryParam("searchCriteria", "")
                .get(SEGMENTS + "/" + id + "/customers")
                .then()
                .statusCode(400)
                .body("message", is("A segment of visitors has no list of customers."));
    }

    @Test
    void segments_of_other_websites_are_not_there_for_a_limited_administrator() {
        int website = StoreFixture.website(StoreFixture.code("segment"));
        Map<String, Object> sent = with(valid(), "website_ids", List.of(1, website));
        long id = create(sent);
        String limited = AdminFixture.administrator(List.of(SegmentService.RESOURCE), website);
        AdminFixture.as(limited).get(SEGMENTS + "/" + id).then().statusCode(404);
        AdminFixture.as(limited)
                .body(Map.of("segment", with(valid(), "website_ids", List.of(1))))
                .post(SEGMENTS)
                .then()
                .statusCode(400)
                .body("parameters.fieldName", is("website_ids"));
        long own = AdminFixture.as(limited)
                .body(Map.of("segment", with(valid(), "website_ids", List.of(website))))
                .post(SEGMENTS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("id");
        AdminFixture.as(limited)
                .queryParam("searchCriteria", "")
                .get(SEGMENTS + "/search")
                .then()
                .body("items.id", contains((int) own));
        awaitMember(id, 0, false);
        SegmentFixture.delete(id);
        SegmentFixture.delete(own);
        asAdmin().delete("/rest/V1/store/websites/" + website);
    }
}
