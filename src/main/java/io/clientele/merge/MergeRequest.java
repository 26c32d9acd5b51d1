package io.clientele.merge;

import io.clientele.customer.MergedField.Side;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be merged.
 *
 * @param survivorId the account that stays
 * @param mergedId the account that becomes part of it
 * @param choices whose value counts, by the field's name; the others go by their rules
 * @param version that of the preview that the merge must come to, or null
 */
public record MergeRequest(
        long survivorId,
        long mergedId,
        Map<String, Side> choices,
        @Nullable String version) {}
