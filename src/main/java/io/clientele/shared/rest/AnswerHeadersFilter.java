package io.clientele.shared.rest;

import io.clientele.shared.AnswerHeaders;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives REST answers, refusals among them, the headers that were asked for while the request was carried out. */
public class AnswerHeadersFilter {

    private final AnswerHeaders headers;

    AnswerHeadersFilter(AnswerHeaders headers) {
        this.headers = headers;
    }

    @ServerResponseFilter
    public void add(ContainerResponseContext answer) {
        headers.all().forEach((name, value) -> answer.getHeaders().putSingle(name, value));
    }
}
