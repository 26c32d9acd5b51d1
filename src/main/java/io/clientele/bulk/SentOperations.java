package io.clientele.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.InputLimits;
import io.clientele.shared.Refusal;
import io.clientele.shared.Sha256;
import io.clientele.shared.json.BodyReader;
import io.clientele.shared.operation.OperationCall;
import io.clientele.shared.operation.OperationRefusals;
import io.clientele.shared.operation.SentItems;
import io.clientele.shared.operation.WriteOperation;
import io.clientele.shared.operation.WriteOperations;
import io.clientele.shared.rest.ContentTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the operations of a request, and looks at once whether each can be read as its route reads it. */
@ApplicationScoped
class SentOperations {

    /** The most bytes of a request with many operations. */
    static final int LARGEST = 32 << 20;

    private final ObjectMapper mapper;
    private final OperationCall call;
    private final InputLimits limits;
    private final BulkSeal seal;
    private final BulkConfig config;

    @Inject
    SentOperations(ObjectMapper mapper, OperationCall call, InputLimits limits, BulkSeal seal, BulkConfig config) {
        this.mapper = mapper;
        this.call = call;
        this.limits = limits;
        this.seal = seal;
        this.config = config;
    }

    /** @throws Refusal when the body cannot be read, or not as the operation reads it */
    List<NewOperation> readOne(
            UUID bulk, Sealed key, WriteOperations.Match match, SentRequest request, InputStream body)
            throws IOException {
        byte[] bytes = BodyReader.bytes(body, call.mostBytes(match.operation()));
        if (bytes.length > 0) {
            ContentTypes.check(request.contentType());
        }
        ObjectNode item = tree(bytes);
        call.merge(match.operation(), item, request.query());
        match.parameters().forEach((name, value) -> BodyReader.put(item, name, value));
        return List.of(accepted(bulk, key, 0, match.operation(), item));
    }

    /**
     * Reads many. One that is too large is rejected alone; whatever else is wrong with one of them refuses all.
     *
     * @throws Refusal when the body cannot be read, or one of them not as the operation reads it
     */
    List<NewOperation> readMany(UUID bulk, Sealed key, WriteOperation operation, SentRequest request, InputStream body)
            throws IOException {
        ContentTypes.check(request.contentType());
        int most = Math.min(config.mostOperations(), limits.asyncListItems());
        int mostBytes = call.mostBytes(operation);
        List<NewOperation> all = new ArrayList<>();
        try (SentItems items = new SentItems(mapper, BodyReader.bounded(body, LARGEST), mostBytes)) {
            while (items.next()) {
                if (all.size() == most) {
                    throw BulkRefusals.tooManyOperations(most);
                }
                ObjectNode item = items.item();
                if (item == null) {
                    all.add(new NewOperation(all.size(), "", Sealed.NOTHING, BodyReader.tooLarge(mostBytes)));
                } else {
                    call.merge(operation, item, request.query());
                    all.add(accepted(bulk, key, all.size(), operation, item));
                }
            }
        }
        if (all.isEmpty()) {
            throw OperationRefusals.noList();
        }
        return all;
    }

    private NewOperation accepted(UUID bulk, Sealed key, int number, WriteOperation operation, ObjectNode item)
            throws JsonProcessingException {
        call.check(operation, item, limits.asyncListItems());
        String text = mapper.writeValueAsString(item);
        return new NewOperation(number, Sha256.hex(text), seal.close(bulk, key, text), null);
    }

    private ObjectNode tree(byte[] bytes) throws IOException {
        try {
            JsonNode node = bytes.length == 0 ? null : mapper.readTree(bytes);
            return node instanceof ObjectNode object ? object : mapper.createObjectNode();
        } catch (JsonProcessingException e) {
            throw BodyReader.undecodable();
        }
    }
}
