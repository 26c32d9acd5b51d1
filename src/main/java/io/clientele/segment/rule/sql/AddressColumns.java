package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.sql.Value.Kind;
import io.clientele.segment.rule.tree.AddressField;
import io.clientele.segment.rule.tree.Condition.Field;
import java.util.Locale;

/** Fields of addresses: of rows of the address book, and of objects in orders. */
final class AddressColumns {

    private AddressColumns() {}

    static Value ofRow(Field field, String table) {
        AddressField named = AddressField.named(field.name()).orElseThrow();
        String column = table + "." + named.name().toLowerCase(Locale.ROOT);
        return switch (named) {
            case STREET -> Value.text("array_to_string(" + column + ", chr(10))");
            case COUNTRY_ID -> Value.of(Kind.EXACT, column);
            case REGION_ID -> Value.of(Kind.NUMBER, "nullif(" + column + ", 0)");
            default -> Value.text(column);
        };
    }

    static Value ofObject(Field field, String object) {
        AddressField named = AddressField.named(field.name()).orElseThrow();
        String key = named.name().toLowerCase(Locale.ROOT);
        String json = "(" + object + " -> '" + key + "')";
        String text = "(" + object + " ->> '" + key + "')";
        return switch (named) {
            case STREET -> Value.text(AttributeColumns.lines(json));
            case COUNTRY_ID -> Value.of(Kind.EXACT, text);
            case REGION_ID ->
                Value.of(
                        Kind.NUMBER,
                        "(case when jsonb_typeof(" + json + ") = 'number' then nullif(" + text + "::numeric, 0) end)");
            default -> Value.text(text);
        };
    }
}
