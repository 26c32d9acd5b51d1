package io.clientele.shared.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.clientele.shared.Refusal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A refusal as the contract shows it: the raw template, its parameters beside it, and what it is made of. */
@Schema(name = "error-response")
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"message", "errors", "parameters"})
public record RefusalBody(
        String message,
        @Nullable List<RefusalBody> errors,
        @Nullable Object parameters) {

    static final String MEDIA_TYPE = "application/json; charset=utf-8";

    static RefusalBody of(Refusal refusal) {
        List<RefusalBody> errors =
                refusal.errors().stream().map(RefusalBody::of).toList();
        return new RefusalBody(refusal.template(), errors.isEmpty() ? null : errors, refusal.parameters());
    }
}
