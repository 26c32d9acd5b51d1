package io.clientele.bulk;

import static io.clientele.AdminFixture.asAdmin;

import io.quarkus.test.junit.QuarkusMock;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Operations that are carried out later, and what becomes of them. */
final class BulkFixture {

    static final String RESOURCE = "Magento_Logging::system_magento_logging_bulk_operations";

    private static final Duration PUT_OFF = Duration.ofMinutes(30);
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private BulkFixture() {}

    /** From now on what is taken waits for half an hour, since those who carry it out live half an hour behind. */
    static void putOff() {
        QuarkusMock.installMockForType(new Ahead(), Clock.class);
    }

    /** Carries out what waits for half an hour, and lets time go on. */
    static void letItBeDone(OperationGroups groups) {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), PUT_OFF.plusMinutes(1)), Clock.class);
        while (groups.round() > 0) {
            Thread.onSpinWait();
        }
        letTimeGoOn();
    }

    static void letTimeGoOn() {
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
    }

    /** Ahead for requests and not for what runs beside them. */
    private static final class Ahead extends Clock {

        @Override
        public Instant instant() {
            boolean beside = Thread.currentThread().getName().startsWith("recurring");
            return beside ? Instant.now() : Instant.now().plus(PUT_OFF);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** The uuid of a request that was taken. */
    static String accepted(Response answer) {
        return answer.then().statusCode(202).extract().jsonPath().getString("bulk_uuid");
    }

    /** What became of the operations, once all of them have ended for good or failed. */
    static JsonPath ended(String uuid) {
        return ended(uuid, PATIENCE_NANOS);
    }

    static JsonPath ended(String uuid, long patienceNanos) {
        long end = System.nanoTime() + patienceNanos;
        while (System.nanoTime() - end < 0) {
            JsonPath details = details(uuid);
            if (!details.getList("operations_list.status").contains(4)) {
                return details;
            }
        }
        throw new AssertionError("still open: " + details(uuid).prettify());
    }

    static JsonPath details(String uuid) {
        return asAdmin()
                .get("/rest/V1/bulk/" + uuid + "/detailed-status")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static List<Integer> statuses(JsonPath details) {
        return details.getList("operations_list.status");
    }

    static List<String> messages(JsonPath details) {
        return details.getList("operations_list.result_message");
    }

    /** How many customers have the e-mail address. */
    static int customers(Object email) {
        return asAdmin()
                .queryParams(Map.of(
                        "searchCriteria[filterGroups][0][filters][0][field]",
                        "email",
                        "searchCriteria[filterGroups][0][filters][0][value]",
                        email))
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("total_count");
    }
}
