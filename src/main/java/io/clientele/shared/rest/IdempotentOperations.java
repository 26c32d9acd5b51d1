package io.clientele.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.idempotency.IdempotencyKeys;
import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.idempotency.KeptAnswer;
import io.clientele.shared.idempotency.KeyedRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries out a REST operation once for each Idempotency-Key. */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentOperations {

    private final SentKey sent;
    private final CurrentCaller caller;
    private final IdempotencyKeys keys;
    private final AnswerVersion version;
    private final AnswerJson json;
    private final UriInfo uri;

    IdempotentOperations(
            SentKey sent,
            CurrentCaller caller,
            IdempotencyKeys keys,
            AnswerVersion version,
            AnswerJson json,
            UriInfo uri) {
        this.sent = sent;
        this.caller = caller;
        this.keys = keys;
        this.version = version;
        this.json = json;
        this.uri = uri;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext operation) throws Exception {
        Optional<KeyedRequest> request = sent.request(caller);
        if (request.isEmpty()) {
            return operation.proceed();
        }
        var outcome = keys.once(request.get(), operation::proceed, this::toKeep);
        if (outcome.earlier() != null) {
            throw new ReplayedAnswer(outcome.earlier());
        }
        return outcome.answer();
    }

    private Optional<KeptAnswer> toKeep(@Nullable Object answer) {
        try {
            byte[] body = json.of(answer, uri.getQueryParameters().getFirst("fields"));
            return Optional.of(new KeptAnswer(new String(body, StandardCharsets.UTF_8), version.get()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can be written", e);
        }
    }
}
