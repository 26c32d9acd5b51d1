package io.clientele.shared.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/** A value of an attribute the merchant defined, named by its code; text, number, yes/no or a list of texts. */
public record CustomAttribute(
        @JsonProperty("attribute_code") String attributeCode, JsonNode value) {}
