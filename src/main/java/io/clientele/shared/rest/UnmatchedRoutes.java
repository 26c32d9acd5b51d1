package io.clientele.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Answers what no operation matched under {@code /rest}, in the contract's form. */
@ApplicationScoped
class UnmatchedRoutes {

    private final ObjectMapper mapper;

    @Inject
    UnmatchedRoutes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void register(@Observes Router router) throws JsonProcessingException {
        String body = mapper.writeValueAsString(RefusalBody.of(RestRefusals.noRoute()));
        router.route("/rest/*")
                .order(Integer.MAX_VALUE)
                .handler(context -> context.response()
                        .setStatusCode(404)
                        .putHeader("Content-Type", "application/json; charset=utf-8")
                        .end(body));
    }
}
