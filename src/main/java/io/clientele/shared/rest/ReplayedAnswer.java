package io.clientele.shared.rest;

import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.idempotency.KeptAnswer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Leaves an operation that was carried out before, with the answer it had. */
final class ReplayedAnswer extends RuntimeException {

    private final transient KeptAnswer answer;

    ReplayedAnswer(KeptAnswer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    Response response() {
        Response.ResponseBuilder response = Response.fromResponse(
                        RestAnswer.of(200, answer, "application/json; charset=utf-8"))
                .header(Idempotent.REPLAYED, "true");
        if (answer.version() != null) {
            response.header(HttpHeaders.ETAG, EntityTags.write(answer.version()));
        }
        return response.build();
    }
}
