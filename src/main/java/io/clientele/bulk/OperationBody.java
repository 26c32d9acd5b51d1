package io.clientele.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.shared.ShownTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An operation with its parameters and its answer, as the contract shows it. */
@Schema(name = "asynchronous-operations-data-operation-interface")
record OperationBody(
        int id,
        String bulkUuid,
        String topicName,
        String serializedData,
        String resultSerializedData,
        int status,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String resultMessage,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer errorCode,
        Extension extensionAttributes) {

    /** @param startTime when the request was taken */
    @Schema(name = "asynchronous-operations-data-operation-extension-interface")
    record Extension(String startTime) {}

    static OperationBody of(BulkStatus.Operation operation) {
        return new OperationBody(
                operation.number(),
                operation.uuid().toString(),
                operation.topic(),
                operation.body(),
                operation.answer(),
                operation.status(),
                operation.message(),
                operation.errorCode(),
                new Extension(ShownTime.of(operation.acceptedAt())));
    }
}
