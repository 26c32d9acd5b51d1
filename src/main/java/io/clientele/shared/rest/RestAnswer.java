package io.clientele.shared.rest;

import jakarta.ws.rs.core.Response;

/** Builds answers whose media type is written exactly as the contract has it. */
final class RestAnswer {

    private RestAnswer() {}

    static Response of(int status, Object body, String mediaType) {
        return Response.status(status)
                .entity(body)
                .header("Content-Type", mediaType)
                .build();
    }
}
