package io.clientele.massaction;

import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.massaction.MassActionFixture.ACTIONS;
import static io.clientele.massaction.MassActionFixture.done;
import static io.clientele.massaction.MassActionFixture.doneAs;
import static io.clientele.massaction.MassActionFixture.matching;
import static io.clientele.massaction.MassActionFixture.named;
import static io.clientele.massaction.MassActionFixture.undone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.clientele.AdminFixture;
import io.clientele.AuditFixture;
import io.clientele.StatementCounter;
import io.clientele.customer.SiteFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.shared.job.JobFixture;
import io.clientele.shared.sql.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Actions on so many customers that two halves of a part are done at a time. */
@QuarkusTest
class MassActionHalvesTest {

    /** Enough for two halves of one part, and too few for two parts. */
    private static final int CUSTOMERS = 300;

    @Inject
    Database database;

    private final String name = SegmentFixture.name();

    @AfterEach
    void delete_the_customers() {
        SegmentFixture.run("delete from customer where lastname = ?", name);
    }

    @Test
    void both_halves_do_what_one_does_and_are_taken_back() {
        List<Long> ids = customers(CUSTOMERS, 1, 1);
        JsonPath job = done(matching("group", Map.of("group_id", 2), "lastname", name));
        ended(job, CUSTOMERS, 0);
        long id = job.getLong("id");
        assertThat(SegmentFixture.count("select count(*) from mass_action_item where job_id = ? and is_done", id))
                .as("the half that was done beside")
                .isEqualTo(CUSTOMERS / 2);
        assertThat(inGroup(2)).isEqualTo(CUSTOMERS);
        isToldOnceEach();
        for (long each : List.of(ids.getFirst(), ids.getLast())) {
            AuditFixture.search(asAdmin(), "customer_id", each)
                    .body("items.find { it.action == 'customer.group.changed' }.before.group_id", is(1))
                    .body("items.find { it.action == 'customer.group.changed' }.after.group_id", is(2))
                    .body("items.find { it.action == 'customer.group.changed' }.actor_type", is("admin"))
                    .body("items.find { it.action == 'customer.group.changed' }.actor_name", is(AdminFixture.USERNAME));
        }
        asAdmin()
                .queryParam("searchCriteria[page_size]", 1)
                .get(ACTIONS + "/" + id + "/changes")
                .then()
                .statusCode(200)
                .body("total_count", is(CUSTOMERS))
                .body("items[0].before", is(1));

        List<Long> changed = List.of(ids.get(3), ids.get(CUSTOMERS - 3));
        changed.forEach(each -> SegmentFixture.run("update customer set group_id = 3 where id = ?", each));
        JsonPath undo = undone(id);
        ended(undo, CUSTOMERS, 2);
        assertThat(inGroup(1)).isEqualTo(CUSTOMERS - 2);
        asAdmin()
                .get("/rest/V1/jobs/" + undo.getLong("id") + "/errors?searchCriteria")
                .then()
                .body(
                        "items.number",
                        equalTo(changed.stream().map(Long::intValue).toList()))
                .body("items[1].message", is("The customer was changed again since."));
    }

    @Test
    void who_is_passed_over_is_told_of_either_half() {
        SiteFixture site = SiteFixture.make();
        List<Long> all = new ArrayList<>(customers(1, 1, 1));
        all.addAll(customers(CUSTOMERS, site.website(), site.view()));
        all.addAll(customers(1, 1, 1));
        String limited = site.administrator(List.of(MassActionService.RESOURCE));
        long job = doneAs(limited, named("group", Map.of("group_id", 2), all));
        as(limited)
                .get("/rest/V1/jobs/" + job)
                .then()
                .body("done", is(CUSTOMERS + 2))
                .body("failed", is(2));
        as(limited)
                .get("/rest/V1/jobs/" + job + "/errors?searchCriteria")
                .then()
                .statusCode(200)
                .body(
                        "items.number",
                        equalTo(List.of(all.getFirst().intValue(), all.getLast().intValue())))
                .body("items[1].message", is("No such entity with %fieldName = %fieldValue"))
                .body("items[1].parameters.fieldName", is("customerId"));
        assertThat(inGroup(2)).isEqualTo(CUSTOMERS);
    }

    /** As after a kill between the ends of two halves: the other one is marked, and the job has not noted it. */
    @Test
    void what_a_half_has_marked_is_not_done_again_and_its_errors_are_told() {
        List<Long> ids = customers(4, 1, 1);
        long job = JobFixture.waiting();
        SegmentFixture.run(
                "insert into mass_action (job_id, name, params) values (?, 'group', '{\"groupId\": 2}')", job);
        ids.forEach(
                id -> SegmentFixture.run("insert into mass_action_item (job_id, customer_id) values (?, ?)", job, id));
        SegmentFixture.run(
                "update mass_action_item set is_done = true, before = '1' where job_id = ? and customer_id = ?",
                job,
                ids.get(2));
        SegmentFixture.run(
                "update mass_action_item set is_done = true, refusal = jsonb_build_object('number', customer_id,"
                        + " 'message', 'Not %1.', 'parameters', jsonb_build_array('now'))"
                        + " where job_id = ? and customer_id = ?",
                job, ids.get(3));
        SegmentFixture.run(
                "update job set kind = 'customer_mass_action', status = 'running', position = '0', total = 4,"
                        + " holder = gen_random_uuid(), started_at = created_at where id = ?",
                job);
        ended(JobFixture.ended(job), 4, 1);
        assertThat(SegmentFixture.texts("select group_id::text from customer where lastname = ? order by id", name))
                .containsExactly("2", "2", "1", "1");
        asAdmin()
                .get("/rest/V1/jobs/" + job + "/errors?searchCriteria")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(ids.get(3).intValue())))
                .body("items[0].message", is("Not %1."))
                .body("items[0].parameters", equalTo(List.of("now")));
        asAdmin().get(ACTIONS + "/" + job + "/changes?searchCriteria").then().body("total_count", is(3));
    }

    @Test
    void what_a_part_takes_does_not_grow_with_the_customers() {
        customers(CUSTOMERS, 1, 1);
        List<String> taken = new StatementCounter(database, "pg_stat_statements")
                .once(() -> ended(done(matching("group", Map.of("group_id", 2), "lastname", name)), CUSTOMERS, 0));
        // One for each half; the request leaves an entry of its own.
        assertThat(count(taken, "insert into audit_entry")).isBetween(2L, 3L);
        for (String begins : List.of(
                "insert into event (event_id, type, customer_id, data, happened_at) select gen_random_uuid(), n.type",
                "insert into person_key",
                "select c.id, c.website_id, c.store_id, c.group_id, c.email, c.firstname ||",
                "select i.customer_id, i.is_done",
                "update customer c set group_id",
                "update mass_action_item")) {
            assertThat(count(taken, begins)).as(begins).isEqualTo(2);
        }
    }

    private static long count(List<String> taken, String begins) {
        return taken.stream().filter(text -> text.startsWith(begins)).count();
    }

    private long inGroup(int group) {
        return SegmentFixture.count("select count(*) from customer where lastname = ? and group_id = ?", name, group);
    }

    private void isToldOnceEach() {
        String events = " from event e join customer c on c.id = e.customer_id"
                + " where c.lastname = ? and e.type = 'customer.group_changed'";
        assertThat(SegmentFixture.count("select count(*)" + events, name)).isEqualTo(CUSTOMERS);
        assertThat(SegmentFixture.count("select count(distinct e.customer_id)" + events, name))
                .isEqualTo(CUSTOMERS);
        assertThat(SegmentFixture.count(
                        "select count(*) from audit_entry a join customer c on c.id::text = a.object_id"
                                + " where c.lastname = ? and a.action = 'customer.group.changed'",
                        name))
                .isEqualTo(CUSTOMERS);
    }

    private static void ended(JsonPath job, int done, int failed) {
        assertThat(job.getString("status")).as(job.prettify()).isEqualTo("done");
        assertThat(job.getInt("done")).as(job.prettify()).isEqualTo(done);
        assertThat(job.getInt("total")).as(job.prettify()).isEqualTo(done);
        assertThat(job.getInt("failed")).as(job.prettify()).isEqualTo(failed);
    }

    private List<Long> customers(int count, int website, int view) {
        long before = SegmentFixture.count("select coalesce(max(id), 0) from customer");
        SegmentFixture.run(
                "insert into customer (account_scope, website_id, store_id, group_id, email, email_key, firstname,"
                        + " lastname, created_in, attributes, created_at, updated_at)"
                        + " select ?, ?, ?, 1, k, k, 'H', ?, 'Default', '{}', now(), now()"
                        + " from (select lower(?) || (? + n) || '@example.com' as k from generate_series(1, ?) n) s",
                website,
                website,
                view,
                name,
                name,
                before,
                count);
        return SegmentFixture.texts(
                        "select c.id::text from customer c where c.lastname = ? and c.id > ? order by c.id",
                        name,
                        before)
                .stream()
                .map(Long::valueOf)
                .toList();
    }
}
