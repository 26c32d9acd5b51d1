package io.clientele.shared.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.RestStatus;
import io.clientele.shared.idempotency.IdempotencyKeys;
import io.clientele.shared.idempotency.Idempotent;
import io.clientele.shared.idempotency.KeptAnswer;
import io.clientele.shared.idempotency.KeyedRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a request of mutations once for each Idempotency-Key. Under a key its mutations are one transaction: an
 * error takes all of them back, and nothing is kept.
 */
@Singleton
class KeyedMutations {

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final IdempotencyKeys keys;
    private final CurrentCaller caller;

    KeyedMutations(IdempotencyKeys keys, CurrentCaller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    GraphQLAnswer run(GraphQLRequest request, Function<String, @Nullable String> header, Callable<GraphQLAnswer> work) {
        try {
            String key = header.apply(Idempotent.HEADER);
            return key == null ? work.call() : once(keyed(request, key, header), work);
        } catch (Refusal refusal) {
            // The key is refused, not the mutation: a fault of the request as a whole, like a refused header.
            return GraphQLAnswer.refused(
                    RestStatus.of(refusal.kind()), List.of(PlainError.of(refusal, List.of(), null)));
        } catch (Exception e) {
            throw new IllegalStateException("a transaction could not be ended", e);
        }
    }

    private GraphQLAnswer once(KeyedRequest request, Callable<GraphQLAnswer> work) throws Exception {
        var outcome = keys.once(request, work, KeyedMutations::toKeep);
        if (outcome.earlier() != null) {
            return GraphQLAnswer.again(outcome.earlier().body());
        }
        GraphQLAnswer answer = outcome.answer();
        if (answer == null) {
            throw new IllegalStateException("a request has an answer");
        }
        return answer.errors().isEmpty() ? answer : answer.withoutData();
    }

    private static Optional<KeptAnswer> toKeep(GraphQLAnswer answer) {
        return answer.errors().isEmpty()
                ? Optional.of(
                        new KeptAnswer(new String(AnswerWriter.write(answer, true), StandardCharsets.UTF_8), null))
                : Optional.empty();
    }

    private KeyedRequest keyed(GraphQLRequest request, String key, Function<String, @Nullable String> header)
            throws JsonProcessingException {
        List<String> about = List.of(
                "POST",
                "/graphql",
                String.valueOf(header.apply("Store")),
                String.valueOf(header.apply("Content-Currency")));
        byte[] body = CANONICAL.writeValueAsBytes(
                Arrays.asList(request.query(), request.operationName(), request.variables()));
        return KeyedRequest.of(key, caller, about, body);
    }
}
