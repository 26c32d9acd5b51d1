package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Choices;
import io.clientele.segment.rule.tree.Condition.Operand;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.ValueType;
import io.clientele.segment.rule.tree.Words;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an operator and what it compares with, for one field whose meaning is known. */
final class OperandReader {

    private final Known known;

    @Nullable
    private Set<String> optionValues;

    OperandReader(Known known) {
        this.known = known;
    }

    /** The operator as {@link Operator#word()}, as the contract's sign, or as {@code =}. */
    static Operator operator(Sent sent, Meaning field) {
        String word = SentValue.scalar(sent, "an operator").toString();
        Operator operator = named(word).orElseThrow(() -> RuleRefusals.unknownOperator(sent.place(), word));
        if (!field.type().operators().contains(operator)) {
            throw RuleRefusals.wrongOperator(
                    sent.place(),
                    operator.word(),
                    field.shown(),
                    field.type().operators().stream().map(Operator::word).toList());
        }
        return operator;
    }

    private static Optional<Operator> named(String word) {
        return word.equals("=")
                ? Optional.of(Operator.IS)
                : Arrays.stream(Operator.values())
                        .filter(each -> each.word().equals(word) || each.sign().equals(word))
                        .findFirst();
    }

    /** @param sent may be missing for {@code is_empty} only */
    Operand operand(Operator operator, @Nullable Sent sent, Meaning field, Place condition) {
        if (operator == Operator.IS_EMPTY) {
            return new Operand.Flag(sent == null || SentValue.flag(sent));
        }
        if (sent == null) {
            throw RuleRefusals.missing(condition, "value");
        }
        return switch (operator) {
            case IS_ONE_OF, IS_NOT_ONE_OF -> many(SentValue.items(sent), sent.place(), field);
            case BETWEEN -> between(sent, field);
            case CONTAINS, DOES_NOT_CONTAIN, STARTS_WITH ->
                field.type() == ValueType.ANY ? new Operand.Text(SentValue.text(sent)) : one(sent, field);
            default -> one(sent, field);
        };
    }

    private Operand many(List<Sent> items, Place place, Meaning field) {
        if (items.isEmpty()) {
            throw RuleRefusals.emptyList(place);
        }
        return new Operand.Many(items.stream().map(item -> one(item, field)).toList());
    }

    private Operand between(Sent sent, Meaning field) {
        List<Sent> bounds = SentValue.items(sent);
        if (bounds.size() != 2) {
            throw RuleRefusals.wrongValue(sent.place(), "a list of " + bounds.size(), "a list of two bounds");
        }
        if (field.type() == ValueType.DATE) {
            Operand.Day from = new Operand.Day(SentValue.day(bounds.get(0)));
            Operand.Day to = new Operand.Day(SentValue.day(bounds.get(1)));
            return bounds(sent, from, to, from.day().isAfter(to.day()));
        }
        Operand.Decimal from = new Operand.Decimal(SentValue.number(bounds.get(0)));
        Operand.Decimal to = new Operand.Decimal(SentValue.number(bounds.get(1)));
        return bounds(sent, from, to, from.number().compareTo(to.number()) > 0);
    }

    private static Operand bounds(Sent sent, Operand from, Operand to, boolean backwards) {
        if (backwards) {
            throw RuleRefusals.backwards(sent.place());
        }
        return new Operand.Many(List.of(from, to));
    }

    private Operand one(Sent sent, Meaning field) {
        return switch (field.type()) {
            case TEXT -> new Operand.Text(SentValue.text(sent));
            case NUMBER, MEASURE -> new Operand.Decimal(SentValue.number(sent));
            case DATE -> new Operand.Day(SentValue.day(sent));
            case YES_NO -> new Operand.Flag(SentValue.flag(sent));
            case SELECT, SET -> new Operand.Text(chosen(sent, field));
            case ID, IDS -> new Operand.Decimal(BigDecimal.valueOf(id(sent, field)));
            case FILE -> throw RuleRefusals.wrongValue(sent.place(), field.shown(), "compared with anything");
            case ANY -> any(sent);
        };
    }

    private String chosen(Sent sent, Meaning field) {
        String value = SentValue.text(sent);
        boolean exists = field.choices() == Choices.OPTIONS
                ? field.options().isEmpty() || optionValues(field).contains(value)
                : known.has(field.choices(), value);
        if (!exists) {
            throw RuleRefusals.unknownValue(sent.place(), value, field.shown());
        }
        return value;
    }

    /** Found by hash: lists may be long, and so may be what they are chosen from. */
    private Set<String> optionValues(Meaning field) {
        Set<String> values = optionValues;
        if (values == null) {
            values = field.options().stream().map(RuleOption::value).collect(Collectors.toSet());
            optionValues = values;
        }
        return values;
    }

    private int id(Sent sent, Meaning field) {
        int gender = field.choices() == Choices.GENDERS && sent instanceof Sent.Scalar scalar
                ? Words.genders().indexOf(scalar.value().toString()) + 1
                : 0;
        int id = gender > 0 ? gender : SentValue.whole(sent, lowest(field), Integer.MAX_VALUE);
        if (!known.has(field.choices(), Integer.toString(id))) {
            throw RuleRefusals.unknownValue(sent.place(), id, field.shown());
        }
        return id;
    }

    /** Group, website and store view 0 exist; nothing else begins with 0. */
    private static int lowest(Meaning field) {
        return switch (field.choices()) {
            case GROUPS, WEBSITES, STORES -> 0;
            default -> 1;
        };
    }

    private static Operand any(Sent sent) {
        return switch (SentValue.scalar(sent, "a text, a number, true or false")) {
            case BigDecimal number -> new Operand.Decimal(SentValue.number(sent));
            case Boolean flag -> new Operand.Flag(flag);
            default -> new Operand.Text(SentValue.text(sent));
        };
    }
}
