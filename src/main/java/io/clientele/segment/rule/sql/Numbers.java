package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.tree.Condition.Operand;
import io.clientele.segment.rule.tree.Operator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What operators say of numbers that are known before anybody is judged. */
final class Numbers {

    private Numbers() {}

    static BigDecimal of(Operand operand) {
        return ((Operand.Decimal) operand).number();
    }

    static List<BigDecimal> all(Operand operand) {
        return operand instanceof Operand.Many many
                ? many.values().stream().map(Numbers::of).toList()
                : List.of(of(operand));
    }

    /** Whether the number fits; the operator is none that negates. */
    static boolean fits(Operator operator, Operand operand, BigDecimal number) {
        return switch (operator) {
            case IS -> number.compareTo(of(operand)) == 0;
            case GREATER_OR_EQUAL -> number.compareTo(of(operand)) >= 0;
            case GREATER -> number.compareTo(of(operand)) > 0;
            case LESS_OR_EQUAL -> number.compareTo(of(operand)) <= 0;
            case LESS -> number.compareTo(of(operand)) < 0;
            case BETWEEN ->
                number.compareTo(all(operand).getFirst()) >= 0
                        && number.compareTo(all(operand).getLast()) <= 0;
            case IS_ONE_OF -> all(operand).stream().anyMatch(each -> each.compareTo(number) == 0);
            default -> false;
        };
    }

    /** The whole numbers that do not fit as the one before them does, ascending. */
    static List<Integer> turns(Operator operator, Operand operand) {
        if (operator == Operator.IS_EMPTY) {
            return List.of();
        }
        TreeSet<Integer> turns = new TreeSet<>();
        for (BigDecimal each : all(operand)) {
            BigDecimal near = each.setScale(0, RoundingMode.FLOOR);
            if (near.abs().compareTo(BigDecimal.valueOf(1_000_000)) <= 0) {
                for (int i = -1; i <= 2; i++) {
                    int candidate = near.intValueExact() + i;
                    boolean fits = fits(operator, operand, BigDecimal.valueOf(candidate));
                    if (fits != fits(operator, operand, BigDecimal.valueOf(candidate - 1L))) {
                        turns.add(candidate);
                    }
                }
            }
        }
        return List.copyOf(turns);
    }

    /** Whether of counts it only matters if they are 0. */
    static boolean tellsNoneFromSome(Operator operator, Operand operand) {
        return turns(operator, operand).stream()
                .filter(turn -> turn > 0)
                .toList()
                .equals(List.of(1));
    }

    /** As an argument: a whole number where it is one, so that columns of whole numbers are compared as they are. */
    static Object argument(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            return number;
        }
    }

    /** As an argument that is an array, when all are whole numbers. */
    static Optional<long[]> whole(Operand operand) {
        List<Object> arguments = all(operand).stream().map(Numbers::argument).toList();
        return arguments.stream().allMatch(Long.class::isInstance)
                ? Optional.of(arguments.stream().mapToLong(Long.class::cast).toArray())
                : Optional.empty();
    }

    /** As an argument for {@code ?::numeric[]}. */
    static String[] texts(Operand operand) {
        return all(operand).stream().map(BigDecimal::toPlainString).toArray(String[]::new);
    }
}
