package io.clientele.segment;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static io.clientele.segment.RuleFixture.all;
import static io.clientele.segment.RuleFixture.lastname;
import static io.clientele.segment.RuleFixture.ordersWithin;
import static io.clientele.segment.SegmentFixture.SEGMENTS;
import static io.clientele.segment.SegmentFixture.create;
import static io.clientele.segment.SegmentFixture.members;
import static io.clientele.segment.SegmentFixture.name;
import static io.clientele.segment.SegmentFixture.order;
import static io.clientele.segment.SegmentFixture.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a segment would be, why somebody is in one, and what they come to. */
@QuarkusTest
class PreviewApiTest {

    @AfterEach
    void remove_what_was_made() {
        SegmentFixture.deleteAll();
    }

    private static ValidatableResponse preview(Map<String, Object> segment) {
        return asAdmin()
                .body(Map.of("segment", segment))
                .post(SEGMENTS + "/preview")
                .then();
    }

    @Test
    void a_preview_counts_exactly_and_saves_nothing() {
        String name = name();
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add((int) createByAdmin(with(customer(), "lastname", name)));
        }
        preview(segment(all(lastname(name))))
                .statusCode(200)
                .body("count", is(12))
                .body("sample.id", is(ids.subList(0, 10)))
                .body("sample[0].name", is("Ada " + name))
                .body("sample[0].email", notNullValue())
                .body("entering", is(12))
                .body("leaving", is(0));
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "name")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", name)
                .get(SEGMENTS + "/search")
                .then()
                .body("items", empty());
    }

    @Test
    void a_preview_of_a_change_says_who_would_come_and_go() {
        String one = name();
        String other = name();
        long stays = createByAdmin(with(customer(), "lastname", one));
        createByAdmin(with(customer(), "lastname", one));
        long comes = createByAdmin(with(customer(), "lastname", other));
        long id = create(segment(all(lastname(one))));
        preview(Map.of("id", id, "conditions", all(lastname(other)), "pinned_in", List.of(stays)))
                .statusCode(200)
                .body("count", is(2))
                .body("sample.id", contains((int) stays, (int) comes))
                .body("entering", is(1))
                .body("leaving", is(1));
        assertThat(members(id)).hasSize(2);
    }

    @Test
    void a_preview_is_of_the_moment_it_names() {
        String name = name();
        long person = createByAdmin(with(customer(), "lastname", name));
        order(person, Instant.now().minus(Duration.ofDays(20)), "10");
        Map<String, Object> draft = segment(all(lastname(name), ordersWithin(30, 1)));
        preview(draft).body("count", is(1));
        preview(with(draft, "at", Instant.now().plus(Duration.ofDays(20)).toString()))
                .body("count", is(0));
        preview(with(draft, "at", "soon")).statusCode(400).body("parameters.fieldName", is("at"));
    }

    @Test
    void what_a_rule_does_wrong_is_said_with_the_place() {
        preview(segment(all(Map.of("type", "shoe_size", "operator", "is", "value", 1))))
                .statusCode(400)
                .body("message", containsString("%path"))
                .body("parameters.path", startsWith("conditions[0]"));
        preview(segment("lastname == ")).statusCode(400).body("message", containsString("%column"));
        preview(with(segment(all(lastname(name()))), "apply_to", "visitors")).statusCode(400);
    }

    @Test
    void it_is_explained_why_a_customer_is_in_a_segment() {
        String name = name();
        long person = createByAdmin(with(customer(), "lastname", name));
        long other = createByAdmin(customer());
        order(person, Instant.now().minus(Duration.ofDays(10)), "10");
        long id = create(segment(all(lastname(name), ordersWithin(30, 1))));
        explain(id, person)
                .statusCode(200)
                .body("is_member", is(true))
                .body("entered_at", notNullValue())
                .body("pinned", nullValue())
                .body("fits", is(true))
                .body("changes_at", notNullValue())
                .body("rule.fits", is(true))
                .body("rule.conditions", hasSize(2))
                .body("rule.conditions[0].fits", is(true))
                .body("rule.conditions[0].value", is(name))
                .body("rule.conditions[1].condition", startsWith("orders.count(last 30 days)"))
                .body("rule.conditions[1].value", is("1"));
        explain(id, other)
                .body("is_member", is(false))
                .body("fits", is(false))
                .body("rule.conditions[0].value", is("lovelace"))
                .body("rule.conditions[0].fits", is(false))
                .body("rule.conditions[1].value", is("0"));
        explain(id, 987654321)
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"))
                .body("parameters.fieldName", is("customerId"));
    }

    private static ValidatableResponse explain(long segment, long customer) {
        return asAdmin().get(SEGMENTS + "/" + segment + "/explain/" + customer).then();
    }

    @Test
    void who_came_and_went_is_counted_by_day_and_between_segments() {
        String one = name();
        String other = name();
        long first = createByAdmin(with(customer(), "lastname", one));
        createByAdmin(with(customer(), "lastname", one));
        long of = create(segment(all(lastname(one))));
        long pinned = create(with(segment(all(lastname(other))), "pinned_in", List.of(first)));
        SegmentFixture.change(of, Map.of("pinned_out", List.of(first))).statusCode(200);
        SegmentFixture.settled(of);
        asAdmin()
                .get(SEGMENTS + "/" + of + "/history?days=2")
                .then()
                .statusCode(200)
                .body("date[1]", is(LocalDate.now(ZoneOffset.UTC).toString()))
                .body("entered", contains(0, 2))
                .body("left", contains(0, 1))
                .body("size", contains(0, 1));
        SegmentFixture.change(of, Map.of("pinned_out", List.of())).statusCode(200);
        SegmentFixture.settled(of);
        asAdmin()
                .get(SEGMENTS + "/overlap?ids=" + of + "," + pinned)
                .then()
                .statusCode(200)
                .body("find { it.segment_id == " + of + " && it.other_id == " + pinned + " }.customers", is(1))
                .body("find { it.segment_id == " + of + " && it.other_id == " + of + " }.customers", is(2));
        asAdmin()
                .get(SEGMENTS + "/report?ids=" + of + "," + pinned)
                .then()
                .statusCode(200)
                .body("customers", is(2))
                .body("segments.id", contains((int) of, (int) pinned))
                .body("segments.number_of_customers", contains(2, 1));
        String csv = asAdmin()
                .accept(ContentType.ANY)
                .get(SEGMENTS + "/report/export?ids=" + of + "," + pinned)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("segments.csv"))
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(3).first().asString().isEqualTo("id,segment,status,websites,customers");
        assertThat(csv)
                .containsPattern(of + ",[^,]+,active,base,2\r\n")
                .containsPattern(pinned + ",[^,]+,active,base,1");
        asAdmin().get(SEGMENTS + "/overlap?ids=1,x").then().statusCode(400);
        asAdmin().get(SEGMENTS + "/" + of + "/history?days=0").then().statusCode(400);
    }

    @Test
    void customers_of_several_segments_are_listed_and_exported_once() {
        String one = name();
        String other = name();
        long both = createByAdmin(with(customer(), "lastname", one));
        long single = createByAdmin(with(customer(), "lastname", other));
        String ids = create(segment(all(lastname(one)))) + ","
                + create(segment("lastname = " + one + " or lastname = " + other));
        asAdmin()
                .queryParam("ids", ids)
                .queryParam("searchCriteria[page_size]", 1)
                .queryParam("searchCriteria[current_page]", 2)
                .get(SEGMENTS + "/report/customers")
                .then()
                .statusCode(200)
                .body("total_count", is(2))
                .body("items.id", contains((int) single));
        String csv = asAdmin()
                .accept(ContentType.ANY)
                .queryParam("ids", ids)
                .queryParam("searchCriteria", "")
                .get(SEGMENTS + "/report/customers/export")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .extract()
                .asString();
        assertThat(csv.lines().map(line -> line.split(",")[0])).containsExactly("id", both + "", single + "");
        asAdmin()
                .get(SEGMENTS + "/report/customers?searchCriteria")
                .then()
                .statusCode(400)
                .body("parameters.fieldName", is("ids"));
        asAdmin()
                .get(SEGMENTS + "/report/customers?searchCriteria&ids=987654321")
                .then()
                .statusCode(404);
        long visitors = create(with(segment(all(RuleFixture.cartLines(1))), "apply_to", "visitors"));
        asAdmin()
                .get(SEGMENTS + "/report/customers?searchCriteria&ids=" + ids + "," + visitors)
                .then()
                .statusCode(400)
                .body("message", is("A segment of visitors has no list of customers."));
    }

    @Test
    void the_feed_tells_who_came_and_who_left_and_why() {
        String name = name();
        long person = createByAdmin(with(customer(), "lastname", name));
        Map<String, Object> sent = segment(all(lastname(name)));
        long id = create(sent);
        SegmentFixture.run("update customer set lastname = 'Other' where id = ?", person);
        SegmentFixture.awaitMember(id, person, false);
        assertThat(SegmentFixture.texts(
                        "select concat_ws(' ', type, data->>'reason', data->>'name', data->>'customer_id') from event"
                                + " where (data->>'segment_id')::bigint = ? order by id",
                        id))
                .containsExactly(
                        "segment.entered rule " + sent.get("name") + " " + person,
                        "segment.left profile " + sent.get("name") + " " + person);
    }
}
