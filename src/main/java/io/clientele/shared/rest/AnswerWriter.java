package io.clientele.shared.rest;

import io.clientele.shared.idempotency.KeptAnswer;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.core.EncodedMediaType;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes every answer as JSON, a text as a JSON string too, pruned by {@code fields} where the caller asks for it. */
@Provider
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
@Priority(1)
public class AnswerWriter implements ServerMessageBodyWriter<Object> {

    private static final EncodedMediaType JSON = new EncodedMediaType(MediaType.APPLICATION_JSON_TYPE) {
        @Override
        public String toString() {
            return "application/json; charset=utf-8";
        }
    };

    @Inject
    AnswerJson json;

    @Context
    UriInfo uri;

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType media) {
        return isAnswer(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isAnswer(type);
    }

    private static boolean isAnswer(Class<?> type) {
        return !type.getName().startsWith("io.smallrye") && !type.getName().startsWith("io.vertx");
    }

    @Override
    public void writeResponse(Object answer, Type genericType, ServerRequestContext context)
            throws WebApplicationException, IOException {
        byte[] bytes = answer instanceof KeptAnswer kept
                ? kept.body().getBytes(StandardCharsets.UTF_8)
                : json.of(answer, uri.getQueryParameters().getFirst("fields"));
        if (context instanceof ResteasyReactiveRequestContext request && !(answer instanceof ProblemBody)) {
            mediaType(request);
        }
        context.serverResponse().end(bytes);
    }

    /** The contract writes the type with a space; a header set on the server's own response would be overwritten. */
    private static void mediaType(ResteasyReactiveRequestContext request) {
        request.setResponseContentType(JSON);
        if (request.getResponse().isCreated()) {
            request.getResponse().get().getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, JSON.toString());
        }
    }

    @Override
    public void writeTo(
            Object answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(json.of(answer, null));
    }
}
