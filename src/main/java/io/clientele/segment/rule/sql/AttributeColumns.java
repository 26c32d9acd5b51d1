package io.clientele.segment.rule.sql;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.segment.rule.sql.Value.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The values of the merchant's attributes. Of an attribute that is gone nobody has one. */
@ApplicationScoped
class AttributeColumns {

    private final Attributes attributes;

    @Inject
    AttributeColumns(Attributes attributes) {
        this.attributes = attributes;
    }

    /** @param table what the row with the column {@code attributes} is called */
    Value value(AttributeOwner owner, String code, String table) {
        return attributes
                .find(owner, code)
                .filter(Attribute::userDefined)
                .map(attribute -> value(attribute, table + ".attributes"))
                .orElseGet(() -> Value.of(Kind.NONE, "null::text"));
    }

    /** The key is a number of ours, so nothing that a caller says becomes part of the statement. */
    private static Value value(Attribute attribute, String column) {
        String text = "(" + column + " ->> '" + attribute.id() + "')";
        String json = "(" + column + " -> '" + attribute.id() + "')";
        return switch (attribute.input()) {
            case TEXT, TEXTAREA, HIDDEN -> Value.text(text);
            case MULTILINE -> Value.text(lines(json));
            case DATE -> Value.of(Kind.DAY, text + "::date");
            case SELECT, FILE, IMAGE -> Value.of(Kind.EXACT, text);
            case MULTISELECT -> Value.of(Kind.SET, json);
            case BOOLEAN -> Value.of(Kind.FLAG, json + "::boolean");
        };
    }

    /** The lines of a text with a line feed between them. */
    static String lines(String json) {
        return "(select string_agg(t.line, chr(10) order by t.place) from jsonb_array_elements_text(case jsonb_typeof("
                + json + ") when 'array' then " + json + " when 'string' then jsonb_build_array(" + json
                + ") end) with ordinality as t (line, place))";
    }
}
