package io.clientele.shared.rest;

import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.idempotency.KeptAnswer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Leaves an operation that was carried out before, with the answer it had. */
public final class ReplayedAnswer extends RuntimeException {

    private static final int OK = 200;

    private final transient KeptAnswer answer;
    private final int status;

    ReplayedAnswer(KeptAnswer answer) {
        this(answer, OK);
    }

    /** @param status the one it had */
    public ReplayedAnswer(KeptAnswer answer, int status) {
        super(null, null, false, false);
        this.answer = answer;
        this.status = status;
    }

    Response response() {
        Response.ResponseBuilder response = Response.fromResponse(
                        RestAnswer.of(status, answer, "application/json; charset=utf-8"))
                .header(Idempotent.REPLAYED, "true");
        if (answer.version() != null) {
            response.header(HttpHeaders.ETAG, EntityTags.write(answer.version()));
        }
        return response.build();
    }
}
