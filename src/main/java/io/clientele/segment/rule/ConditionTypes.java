package io.clientele.segment.rule;

import io.clientele.segment.rule.ConditionType.OfferedOperator;
import io.clientele.segment.rule.ConditionType.Property;
import io.clientele.segment.rule.tree.ApplyTo;
import io.clientele.segment.rule.tree.Choices;
import io.clientele.segment.rule.tree.ConditionKind;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.ValueType;
import io.clientele.segment.rule.tree.VisitorConditions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lists what rules can have. */
final class ConditionTypes {

    private final Known known;
    private final ApplyTo applyTo;

    ConditionTypes(Known known, ApplyTo applyTo) {
        this.known = known;
        this.applyTo = applyTo;
    }

    List<ConditionType> all() {
        List<ConditionType> types = new ArrayList<>();
        types.add(ofKind(ConditionKind.COMBINE));
        if (applyTo != ApplyTo.VISITORS) {
            types.addAll(fields(Subject.CUSTOMER));
        }
        Arrays.stream(ConditionKind.values())
                .filter(kind -> kind != ConditionKind.COMBINE)
                .filter(kind -> applyTo != ApplyTo.VISITORS || VisitorConditions.has(kind))
                .map(this::ofKind)
                .forEach(types::add);
        return types;
    }

    private ConditionType ofKind(ConditionKind kind) {
        ConditionProperties properties = new ConditionProperties(applyTo);
        return new ConditionType(
                kind.word(),
                ConditionProperties.text(kind),
                kind.group(),
                kind.sentence(),
                words(VisitorConditions.has(kind)),
                ConditionProperties.type(kind).map(ValueType::word).orElse(""),
                ConditionProperties.operators(kind),
                List.of(),
                properties.of(kind),
                ConditionProperties.subject(kind).map(this::fields).orElse(List.of()));
    }

    private List<ConditionType> fields(Subject subject) {
        Stream<ConditionType> own = subject.fields().stream()
                .map(field -> ofField(
                        Meaning.of(field), field.textWord(), field.facts().sentence(), subject));
        Stream<ConditionType> attributes = subject.owner().map(known::attributes).stream()
                .flatMap(List::stream)
                .map(attribute -> ofField(
                        Meaning.of(attribute), Subject.ATTRIBUTE + attribute.code(), attribute.label(), subject));
        Stream<ConditionType> ofProducts = subject.hasProductAttributes()
                ? Stream.of(ofField(
                        Meaning.ofProduct("*"),
                        Subject.ATTRIBUTE + "*",
                        "An attribute that was reported of the product, by its code. The value's type decides: a text, a"
                                + " number, yes or no. Of a list, one element that fits is enough.",
                        subject))
                : Stream.empty();
        return Stream.of(own, attributes, ofProducts).flatMap(each -> each).toList();
    }

    private ConditionType ofField(Meaning field, String text, String sentence, Subject subject) {
        return new ConditionType(
                field.shown(),
                text,
                subject == Subject.CUSTOMER ? "Customer" : "",
                sentence,
                words(subject == Subject.PRODUCT),
                field.type().word(),
                offered(field.type()),
                field.choices() == Choices.OPTIONS ? field.options() : known.options(field.choices()),
                List.<Property>of(),
                List.of());
    }

    /** Of tests of products it depends on the condition around them as well. */
    private static List<String> words(boolean visitorsToo) {
        return Arrays.stream(ApplyTo.values())
                .filter(each -> visitorsToo || each != ApplyTo.VISITORS)
                .map(ApplyTo::word)
                .toList();
    }

    static List<OfferedOperator> offered(ValueType type) {
        return type.operators().stream()
                .map(operator -> new OfferedOperator(operator.word(), operator.sign(), value(operator)))
                .toList();
    }

    private static String value(Operator operator) {
        return switch (operator) {
            case IS_ONE_OF, IS_NOT_ONE_OF -> "list";
            case BETWEEN -> "two";
            case IS_EMPTY -> "flag";
            default -> "one";
        };
    }
}
