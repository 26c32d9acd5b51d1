package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Choices;
import io.clientele.segment.rule.tree.Condition.Operand;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.RuleField;
import io.clientele.segment.rule.tree.ValueType;
import io.clientele.segment.rule.tree.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes operators and values in the text form. */
final class ValueText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*");

    private ValueText() {}

    /** @param field that is compared, if it is one that every installation has */
    static String compared(Operator operator, Operand operand, Optional<RuleField> field) {
        return switch (operator) {
            case IS -> " = " + value(operand, field);
            case GREATER_OR_EQUAL, GREATER, LESS_OR_EQUAL, LESS, IS_NOT ->
                " " + operator.sign() + " " + value(operand, field);
            case CONTAINS -> " contains " + value(operand, field);
            case DOES_NOT_CONTAIN -> " does not contain " + value(operand, field);
            case STARTS_WITH -> " starts with " + value(operand, field);
            case IS_ONE_OF -> " is one of (" + values(operand, field, ", ") + ")";
            case IS_NOT_ONE_OF -> " is not one of (" + values(operand, field, ", ") + ")";
            case BETWEEN -> " between " + values(operand, field, " and ");
            case IS_EMPTY -> operand instanceof Operand.Flag flag && !flag.flag() ? " is not empty" : " is empty";
        };
    }

    private static String values(Operand operand, Optional<RuleField> field, String between) {
        return operand instanceof Operand.Many many
                ? many.values().stream().map(each -> value(each, field)).collect(Collectors.joining(between))
                : value(operand, field);
    }

    static String value(Operand operand, Optional<RuleField> field) {
        return switch (operand) {
            case Operand.None none -> "";
            case Operand.Text text -> isWord(field) ? word(text.text()) : quoted(text.text());
            case Operand.Decimal number -> number(number, field);
            case Operand.Day day -> day.day().toString();
            case Operand.Flag flag -> flag.flag() ? "yes" : "no";
            case Operand.Many many -> values(many, field, ", ");
        };
    }

    private static boolean isWord(Optional<RuleField> field) {
        return field.filter(each -> each.type() == ValueType.SELECT).isPresent();
    }

    private static String number(Operand.Decimal number, Optional<RuleField> field) {
        return field.filter(each -> each.facts().choices() == Choices.GENDERS)
                .map(each -> Words.genders().get(number.number().intValueExact() - 1))
                .orElseGet(() -> number.number().toPlainString());
    }

    /** A text without quotes where it is read as the same text. */
    static String word(String text) {
        return PLAIN.matcher(text).matches() && isSame(ComparisonParser.bare(text), text) ? text : quoted(text);
    }

    private static boolean isSame(Object bare, String text) {
        return !(bare instanceof Boolean) && bare.toString().equals(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (isControl(letter)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }

    /** What would break the line. */
    private static boolean isControl(char letter) {
        return Character.isISOControl(letter)
                || Character.getType(letter) == Character.LINE_SEPARATOR
                || Character.getType(letter) == Character.PARAGRAPH_SEPARATOR;
    }
}
