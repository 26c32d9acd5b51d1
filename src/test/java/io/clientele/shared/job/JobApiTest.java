package io.clientele.shared.job;

import static io.clientele.AdminFixture.administrator;
import static io.clientele.AdminFixture.as;
import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.clientele.segment.SegmentFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs that are done part by part. */
@QuarkusTest
class JobApiTest {

    @AfterEach
    void let_all_numbers_be_counted() {
        CountingWork.REFUSED.clear();
        CountingWork.BROKEN.clear();
        CountingWork.FATAL.clear();
    }

    @Test
    void all_is_done_once_and_in_the_name_of_the_starter() {
        CountingWork.CALLERS.clear();
        long id = JobFixture.submit(CountingWork.KIND);
        JsonPath job = JobFixture.ended(id);
        assertThat(job.getString("status")).isEqualTo("done");
        assertThat(job.getString("kind")).isEqualTo(CountingWork.KIND);
        assertThat(job.getString("message")).isEqualTo("Counted.");
        assertThat(job.getLong("done")).isEqualTo(CountingWork.TOTAL);
        assertThat(job.getLong("total")).isEqualTo(CountingWork.TOTAL);
        assertThat(job.getLong("failed")).isZero();
        assertThat(job.getString("started_at")).isNotNull();
        assertThat(job.getString("finished_at")).isNotNull();
        assertThat(CountingWork.COUNTED.get(id)).containsExactlyElementsOf(numbers());
        assertThat(CountingWork.ENDED).containsEntry(id, JobStatus.DONE);
        long admin = SegmentFixture.count("select starter_id from job where id = ?", id);
        assertThat(CountingWork.CALLERS).isNotEmpty().allMatch(caller -> caller == admin);
    }

    @Test
    void what_fails_by_itself_is_passed_over_with_its_reason_and_no_other_with_it() {
        CountingWork.REFUSED.addAll(List.of(1L, 777L, CountingWork.TOTAL));
        CountingWork.BROKEN.add(778L);
        long id = JobFixture.submit(CountingWork.KIND);
        JsonPath job = JobFixture.ended(id);
        assertThat(job.getString("status")).isEqualTo("done");
        assertThat(job.getLong("failed")).isEqualTo(4);
        assertThat(CountingWork.COUNTED.get(id))
                .containsExactlyElementsOf(numbers().stream()
                        .filter(each ->
                                !List.of(1L, 777L, 778L, CountingWork.TOTAL).contains(each))
                        .toList());
        asAdmin()
                .get("/rest/V1/jobs/" + id + "/errors?searchCriteria")
                .then()
                .statusCode(200)
                .body("total_count", is(4))
                .body("items.number", equalTo(List.of(1, 777, 778, 2000)))
                .body("items.field", equalTo(List.of("number", "number", "number", "number")))
                // Addresses of people are not kept here.
                .body("items[0].message", is("The number %1 of … is refused."))
                .body("items[0].parameters", equalTo(List.of(1)))
                .body("items[2].message", is("Internal Error. Details are available in the log. Report ID: %1"))
                .body("items[2].parameters[0]", startsWith("webapi-"));
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "number")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", 777)
                .get("/rest/V1/jobs/" + id + "/errors")
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(777)));
    }

    @Test
    void a_job_that_its_work_gives_up_has_failed_and_what_was_done_stays() {
        CountingWork.FATAL.add(900L);
        long id = JobFixture.submit(CountingWork.KIND);
        JsonPath job = JobFixture.ended(id);
        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getString("message")).isEqualTo("Stopped at 900");
        assertThat(job.getLong("failed")).isEqualTo(1);
        assertThat(CountingWork.COUNTED.get(id)).hasSize(899);
        assertThat(CountingWork.ENDED).containsEntry(id, JobStatus.FAILED);
    }

    /** As after a kill: the row says running, its holder is gone, and the lease is over. */
    @Test
    void a_job_whose_instance_is_gone_goes_on_where_it_was() {
        long id = JobFixture.waiting();
        SegmentFixture.run(
                "update job set kind = ?, status = 'running', position = '1500', done = 1500, total = 2000,"
                        + " holder = gen_random_uuid(), started_at = created_at where id = ?",
                CountingWork.KIND,
                id);
        assertThat(JobFixture.ended(id).getString("status")).isEqualTo("done");
        assertThat(CountingWork.COUNTED.get(id)).hasSize(500).startsWith(1501L);
    }

    @Test
    void a_job_that_is_cancelled_ends_before_its_next_part() {
        long id = JobFixture.waiting();
        asAdmin().post("/rest/V1/jobs/" + id + "/cancel").then().statusCode(200).body("status", is("waiting"));
        SegmentFixture.run("update job set kind = ? where id = ?", CountingWork.KIND, id);
        assertThat(JobFixture.ended(id).getString("status")).isEqualTo("cancelled");
        assertThat(CountingWork.COUNTED).doesNotContainKey(id);
        assertThat(CountingWork.ENDED).containsEntry(id, JobStatus.CANCELLED);
        asAdmin()
                .post("/rest/V1/jobs/" + id + "/cancel")
                .then()
                .statusCode(400)
                .body("message", is("The job can't be cancelled."));
    }

    @Test
    void a_job_of_somebody_who_may_nothing_any_more_fails() {
        long id = JobFixture.waiting();
        SegmentFixture.run("""
                update job set kind = ?, accepted = jsonb_set(accepted, '{caller,sessionId}', '987654321') where id = ?""", CountingWork.KIND, id);
        JsonPath job = JobFixture.ended(id);
        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getString("message")).isEqualTo("Whoever started the job is no longer authorized.");
        assertThat(CountingWork.COUNTED).doesNotContainKey(id);
    }

    @Test
    void nobody_else_sees_or_stops_it() {
        long id = JobFixture.waiting();
        String other = administrator(List.of("Magento_Backend::all"));
        for (String path : List.of("", "/errors?searchCriteria")) {
            as(other)
                    .get("/rest/V1/jobs/" + id + path)
                    .then()
                    .statusCode(404)
                    .body("message", is("No such entity with %fieldName = %fieldValue"))
                    .body("parameters.fieldValue", is((int) id));
        }
        as(other).post("/rest/V1/jobs/" + id + "/cancel").then().statusCode(404);
        assertThat(SegmentFixture.count("select count(*) from job where id = ? and is_cancelled", id))
                .isZero();
    }

    private static List<Long> numbers() {
        return LongStream.rangeClosed(1, CountingWork.TOTAL).boxed().toList();
    }
}
