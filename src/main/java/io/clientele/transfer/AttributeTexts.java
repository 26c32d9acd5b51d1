package io.clientele.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeSet;
import io.clientele.attribute.InputType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of the merchant's attributes in many rows, as {@link AttributeCells#text} has them. */
final class AttributeTexts {

    private final List<Attribute> columns;
    private final List<String> keys;
    private final List<Map<String, String>> labels;

    /** @param columns the attributes in their order */
    AttributeTexts(List<Attribute> columns) {
        this.columns = columns;
        this.keys = columns.stream().map(Attribute::key).toList();
        this.labels = columns.stream().map(AttributeCells::labels).toList();
    }

    int count() {
        return columns.size();
    }

    /**
     * Fills the cells of a row.
     *
     * @param values the column that keeps the values
     * @param from where the first of the cells is
     */
    void fill(@Nullable String values, String[] cells, int from) {
        AttributeSet set = AttributeSet.read(columns, values);
        if (!set.stored().isEmpty()) {
            for (int i = 0; i < keys.size(); i++) {
                cells[from + i] = text(i, set);
            }
        }
    }

    private String text(int place, AttributeSet set) {
        JsonNode value = set.stored().get(keys.get(place));
        if (value == null) {
            return "";
        }
        InputType input = columns.get(place).input();
        // What most values are.
        if (value.isTextual() && input.hasOptions()) {
            return labels.get(place).getOrDefault(value.textValue(), "");
        }
        return value.isTextual() && input != InputType.BOOLEAN
                ? value.textValue()
                : AttributeCells.text(columns.get(place), set, ImportDraft.SEPARATOR);
    }
}
