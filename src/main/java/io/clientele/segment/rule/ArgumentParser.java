package io.clientele.segment.rule;

import java.util.List;

/** Parses what stands in the parentheses of a condition: a period, the statuses that count, and tests, in any order. */
final class ArgumentParser {

    private final Tokens tokens;
    private final String testsValue;

    /** @param testsValue the property that says what the tests must come to */
    ArgumentParser(Tokens tokens, String testsValue) {
        this.tokens = tokens;
        this.testsValue = testsValue;
    }

    /** Nothing where there are no parentheses. */
    SentBuilder arguments(SentBuilder condition) {
        if (!tokens.peek().isSign("(")) {
            return condition;
        }
        tokens.open();
        if (!tokens.peek().isSign(")")) {
            do {
                argument(condition);
            } while (tokens.acceptSign(","));
        }
        tokens.close();
        return condition;
    }

    private void argument(SentBuilder condition) {
        Token first = tokens.peek();
        if (isPeriod(first)) {
            once(condition, PeriodReader.PERIOD, "no second period");
            condition.with(PeriodReader.PERIOD, period());
        } else if (first.isWord("counting") && tokens.peekSecond().isSign("(")) {
            once(condition, OrderConditions.STATUS, "no second list of statuses");
            tokens.next();
            condition.with(OrderConditions.STATUS, new ComparisonParser(tokens).list());
        } else {
            once(condition, RuleReader.CONDITIONS, "\"and\" or \"or\"");
            tests(condition, new ExpressionParser(tokens, ComparisonParser::leaf).parse());
        }
    }

    private void once(SentBuilder condition, String property, String expected) {
        if (condition.has(property)) {
            throw tokens.unexpected(expected);
        }
    }

    /** A combination gives its parts to the condition itself; the reader refuses deeper ones. */
    private void tests(SentBuilder condition, Sent expression) {
        if (expression instanceof Sent.Members combined && combined.members().containsKey(RuleReader.CONDITIONS)) {
            combined.members().forEach((name, value) -> {
                if (!name.equals(RuleReader.TYPE)) {
                    condition.with(name.equals(RuleReader.VALUE) ? testsValue : name, value);
                }
            });
        } else {
            condition.with(RuleReader.CONDITIONS, new Sent.Items(expression.place(), List.of(expression)));
        }
    }

    /** Nothing is called like the first words of periods, or it would be followed by an operator. */
    private boolean isPeriod(Token first) {
        boolean isNumber = first.kind() == Token.Kind.WORD
                && Character.isDigit(first.text().charAt(0));
        return isNumber
                || ((first.isWord("last") || first.isWord("from") || first.isWord("to"))
                        && tokens.peekSecond().kind() == Token.Kind.WORD);
    }

    Sent period() {
        SentBuilder period = new SentBuilder(tokens.peek().place());
        if (tokens.acceptWord("last")) {
            value(period, PeriodReader.LAST_DAYS);
            days();
        } else if (tokens.peek().isWord("from") || tokens.peek().isWord("to")) {
            if (tokens.acceptWord("from")) {
                value(period, PeriodReader.FROM);
            }
            if (tokens.acceptWord("to")) {
                value(period, PeriodReader.TO);
            }
        } else {
            value(period, PeriodReader.FROM_DAYS_AGO);
            tokens.expectWord("to");
            value(period, PeriodReader.TO_DAYS_AGO);
            days();
            tokens.expectWord("ago");
        }
        return period.sent();
    }

    private void value(SentBuilder period, String property) {
        period.with(property, new ComparisonParser(tokens).value());
    }

    private void days() {
        if (!tokens.acceptWord("day")) {
            tokens.expectWord("days");
        }
    }
}
