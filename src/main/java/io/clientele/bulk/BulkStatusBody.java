package io.clientele.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.shared.ShownTime;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the operations of a request are, as the contract shows it. */
@Schema(name = "asynchronous-operations-data-bulk-operations-status-interface")
record BulkStatusBody(
        List<Summary> operationsList,
        int userType,
        String bulkId,
        String description,
        String startTime,
        long userId,
        int operationCount) {

    @Schema(name = "asynchronous-operations-data-summary-operation-status-interface")
    record Summary(
            int id,
            int status,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String resultMessage,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Integer errorCode) {}

    /** The same with parameters and answers. */
    @Schema(name = "asynchronous-operations-data-detailed-bulk-operations-status-interface")
    record Detailed(
            List<OperationBody> operationsList,
            int userType,
            String bulkId,
            String description,
            String startTime,
            long userId,
            int operationCount) {}

    static BulkStatusBody of(BulkStatus bulk) {
        return new BulkStatusBody(
                list(bulk, each -> new Summary(each.number(), each.status(), each.message(), each.errorCode())),
                bulk.callerType(),
                bulk.uuid().toString(),
                description(bulk),
                ShownTime.of(bulk.acceptedAt()),
                bulk.callerId(),
                bulk.operationCount());
    }

    static Detailed detailed(BulkStatus bulk) {
        return new Detailed(
                list(bulk, OperationBody::of),
                bulk.callerType(),
                bulk.uuid().toString(),
                description(bulk),
                ShownTime.of(bulk.acceptedAt()),
                bulk.callerId(),
                bulk.operationCount());
    }

    private static <T> List<T> list(BulkStatus bulk, Function<BulkStatus.Operation, T> view) {
        return bulk.operations().stream().map(view).toList();
    }

    private static String description(BulkStatus bulk) {
        return "Topic " + bulk.topic();
    }
}
