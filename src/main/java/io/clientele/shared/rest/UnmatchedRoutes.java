package io.clientele.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.shared.Refusal;
import io.clientele.shared.RestStatus;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Answers what no operation matched under {@code /rest}, in the contract's form or as problem details. */
@ApplicationScoped
class UnmatchedRoutes {

    private final ObjectMapper mapper;

    @Inject
    UnmatchedRoutes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void register(@Observes Router router) throws JsonProcessingException {
        Refusal refusal = RestRefusals.noRoute();
        int status = RestStatus.of(refusal.kind());
        String body = mapper.writeValueAsString(RefusalBody.of(refusal));
        String problem = mapper.writeValueAsString(ProblemBody.of(refusal, status));
        router.route("/rest/*").order(Integer.MAX_VALUE).handler(context -> {
            boolean asProblem =
                    RequestShape.wantsProblem(context.request().headers().getAll("Accept"));
            context.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", asProblem ? ProblemBody.MEDIA_TYPE : RefusalBody.MEDIA_TYPE)
                    .end(asProblem ? problem : body);
        });
    }
}
