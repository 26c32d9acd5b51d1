package io.clientele.segment.rule;

import static io.clientele.segment.rule.SchemaParts.object;

import io.clientele.segment.rule.tree.Choices;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schemas of fields: one for all that are compared alike. */
final class FieldSchemas {

    private final Known known;

    FieldSchemas(Known known) {
        this.known = known;
    }

    List<Object> of(Subject subject) {
        Map<Alike, List<String>> alike = new LinkedHashMap<>();
        subject.fields().forEach(field -> {
            Meaning meaning = Meaning.of(field);
            List<String> names = alike.computeIfAbsent(alike(meaning), key -> new ArrayList<>());
            names.add(field.word());
            if (!field.textWord().equals(field.word())) {
                names.add(field.textWord());
            }
        });
        subject.owner().map(known::attributes).stream()
                .flatMap(List::stream)
                .map(Meaning::of)
                .forEach(meaning -> alike.computeIfAbsent(alike(meaning), key -> new ArrayList<>())
                        .add(meaning.shown()));
        List<Object> schemas = new ArrayList<>();
        alike.forEach((key, names) -> schemas.add(leaf(object("enum", names), key.meaning(), key.options())));
        if (subject.hasProductAttributes()) {
            schemas.add(leaf(
                    object("type", "string", "pattern", "^attribute\\.[a-z][a-z0-9_]{0,59}$"),
                    Meaning.ofProduct(""),
                    List.of()));
        }
        return schemas;
    }

    private Alike alike(Meaning meaning) {
        return new Alike(
                meaning.type(),
                meaning.choices(),
                meaning.choices() == Choices.OPTIONS ? meaning.options() : known.options(meaning.choices()));
    }

    private static Map<String, Object> leaf(Map<String, Object> type, Meaning meaning, List<RuleOption> options) {
        return object(
                "type", "object",
                "properties", object(RuleReader.TYPE, type, RuleReader.OPERATOR, true, RuleReader.VALUE, true),
                "required", List.of(RuleReader.TYPE, RuleReader.OPERATOR),
                "additionalProperties", false,
                "anyOf", SchemaParts.comparisons(meaning, options));
    }

    /** What makes fields comparable in the same way. */
    private record Alike(ValueType type, Choices choices, List<RuleOption> options) {

        Meaning meaning() {
            return new Meaning(new Condition.Field("", false), "", type, choices, options);
        }
    }
}
