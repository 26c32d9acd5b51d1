package io.clientele.shared.job;

import static io.clientele.AdminFixture.asAdmin;

import io.clientele.AdminFixture;
import io.clientele.access.Tokens;
import io.clientele.segment.SegmentFixture;
import io.clientele.shared.CurrentCaller;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import java.util.Set;

/** Jobs of the first administrator. */
public final class JobFixture {

    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");

    private JobFixture() {}

    /** A job that nobody goes on with, since no work has its kind. */
    public static long waiting() {
        return submit("test_nothing");
    }

    /** A job of the kind, started by the first administrator. */
    public static long submit(String kind) {
        ManagedContext requests = Arc.container().requestContext();
        boolean began = !requests.isActive();
        if (began) {
            requests.activate();
        }
        try {
            CurrentCaller current = bean(CurrentCaller.class);
            current.set(bean(Tokens.class).caller(AdminFixture.token()).orElseThrow());
            current.from("127.0.0.1", "test");
            return QuarkusTransaction.requiringNew().call(() -> bean(Jobs.class).submit(kind));
        } finally {
            if (began) {
                requests.terminate();
            }
        }
    }

    /** The job as its starter sees it. */
    public static JsonPath read(long id) {
        return asAdmin()
                .get("/rest/V1/jobs/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The job once it has ended. */
    public static JsonPath ended(long id) {
        SegmentFixture.until("job " + id + " has ended", () -> ENDED.contains(read(id).getString("status")));
        return read(id);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
