package io.clientele.attribute;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to create or change an attribute; null is "not supplied". Lists and maps are the whole new ones.
 *
 * @param labels by the store view's id
 * @param rules by name
 * @param websites by the website's id
 */
public record AttributeDraft(
        @Nullable String code,
        @Nullable String input,
        @Nullable String label,
        @Nullable Map<Integer, String> labels,
        @Nullable Boolean required,
        @Nullable Boolean visible,
        @Nullable String defaultValue,
        @Nullable Integer multilineCount,
        @Nullable Integer sortOrder,
        @Nullable List<String> forms,
        @Nullable Map<String, String> rules,
        @Nullable String filter,
        @Nullable List<Option> options,
        Grid grid,
        @Nullable Boolean usedForSegments,
        @Nullable Map<Integer, Attribute.InWebsite> websites) {

    /**
     * An option to write.
     *
     * @param value the id of the option to change, or null for a new one
     * @param labels by the store view's id
     */
    public record Option(
            @Nullable String value,
            @Nullable String label,
            @Nullable Integer sortOrder,
            @Nullable Boolean isDefault,
            Map<Integer, String> labels) {}

    /** What the list of customers is to do with it. */
    public record Grid(
            @Nullable Boolean column,
            @Nullable Boolean filter,
            @Nullable String match,
            @Nullable Boolean search) {}
}
