package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an action needs to be told besides whom it is done to.
 *
 * @param groupId of {@code group}: where they are moved
 * @param attributeCode of {@code attribute}: which of the merchant's attributes
 * @param value of {@code attribute}: text, number, yes or no, or a list of texts; null or empty clears
 */
@Schema(name = "customer-mass-action-params")
public record ActionParams(
        @Nullable Integer groupId,
        @Nullable String attributeCode,
        @Nullable JsonNode value) {

    /** Nothing. */
    public static final ActionParams NONE = new ActionParams(null, null, null);
}
