package io.clientele.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.shared.json.FieldFilter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The JSON of an answer, pruned by {@code fields} where the caller asks for it. */
@Singleton
class AnswerJson {

    private final ObjectMapper mapper;

    AnswerJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    byte[] of(@Nullable Object answer, @Nullable String fields) throws JsonProcessingException {
        boolean prunable = !(answer instanceof RefusalBody)
                && !(answer instanceof ProblemBody)
                && !(answer instanceof WholeAnswer);
        if (fields == null || fields.isEmpty() || !prunable) {
            return mapper.writeValueAsBytes(answer);
        }
        return mapper.writeValueAsBytes(FieldFilter.apply(fields, mapper.<JsonNode>valueToTree(answer)));
    }
}
