package io.clientele.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.InputLimits;
import io.clientele.shared.json.BodyLimit;
import io.clientele.shared.json.BodyReader;
import io.clientele.shared.json.ListLimit;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the body of an operation into the record of its parameters; query parameters join in and win. */
@Provider
@Consumes(MediaType.WILDCARD)
@Priority(1)
public class RecordBodyReader implements MessageBodyReader<Record> {

    @Inject
    ObjectMapper mapper;

    @Inject
    InputLimits limits;

    @Inject
    SentKey sent;

    @Context
    ContainerRequestContext request;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        BodyLimit own = type.getAnnotation(BodyLimit.class);
        byte[] bytes = own == null ? BodyReader.bytes(body) : BodyReader.bytes(body, own.value());
        sent.body(bytes);
        if (bytes.length > 0) {
            ContentTypes.check(request);
        }
        ObjectNode tree = tree(bytes);
        int most = limits.listItems();
        if (most != InputLimits.NONE) {
            ListLimit.check(type, tree, most);
        }
        return BodyReader.read(type, tree, request.getUriInfo().getQueryParameters());
    }

    private ObjectNode tree(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return mapper.createObjectNode();
        }
        try {
            JsonNode node = mapper.readTree(bytes);
            if (node instanceof ObjectNode object) {
                return object;
            }
            // A list or a scalar holds no named parameter, so all of them are missing.
            return mapper.createObjectNode();
        } catch (JsonProcessingException e) {
            throw BodyReader.undecodable();
        }
    }
}
