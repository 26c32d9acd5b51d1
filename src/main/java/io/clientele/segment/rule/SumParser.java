package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.DateOperator;
import io.clientele.segment.rule.tree.Condition.RankKind;
import io.clientele.segment.rule.tree.ConditionKind;
import io.clientele.segment.rule.tree.Words;

/** Parses conditions on sums over carts and orders, on the first and last order, and on ranks. */
final class SumParser {

    private final Tokens tokens;
    private final Token head;
    private final String member;

    /** @param head the word with which the condition begins, not read yet */
    SumParser(Tokens tokens, Token head, String member) {
        this.tokens = tokens;
        this.head = head;
        this.member = member;
        tokens.next();
    }

    Sent cart() {
        return new ComparisonParser(tokens)
                .comparison(SentBuilder.of(head, ConditionKind.CART).with(ProductConditions.MEASURE, head, member))
                .sent();
    }

    Sent orders() {
        if (Words.named(Condition.Which.class, member).isPresent()) {
            return orderDate();
        }
        SentBuilder condition =
                SentBuilder.of(head, ConditionKind.ORDERS).with(ProductConditions.MEASURE, head, member);
        new ArgumentParser(tokens, OrderConditions.CONDITIONS_VALUE).arguments(condition);
        return new ComparisonParser(tokens).comparison(condition).sent();
    }

    private Sent orderDate() {
        SentBuilder condition =
                SentBuilder.of(head, ConditionKind.ORDER_DATE).with(OrderConditions.WHICH, head, member);
        new ArgumentParser(tokens, OrderConditions.CONDITIONS_VALUE).arguments(condition);
        Token word = tokens.peek();
        DateOperator operator;
        if (tokens.acceptWords("older", "than")) {
            operator = DateOperator.OLDER_THAN_DAYS;
        } else if (tokens.acceptWord("within")) {
            operator = DateOperator.WITHIN_DAYS;
        } else if (tokens.acceptWord("before")) {
            operator = DateOperator.BEFORE;
        } else if (tokens.acceptWord("after")) {
            operator = DateOperator.AFTER;
        } else {
            throw tokens.unexpected("older than, within, before or after");
        }
        condition
                .with(RuleReader.OPERATOR, word, Words.of(operator))
                .with(RuleReader.VALUE, new ComparisonParser(tokens).value());
        if (ConditionProperties.isOfDays(operator)) {
            days();
        }
        return condition.sent();
    }

    Sent rank() {
        SentBuilder condition = SentBuilder.of(head, ConditionKind.RANK);
        tokens.open();
        Token measure = tokens.peek();
        condition.with(ProductConditions.MEASURE, measure, word("a measure such as orders.total"));
        tokens.expectSign(",");
        String kind = switch (word("top, bottom or quantile")) {
            case "top" -> Words.of(RankKind.TOP_PERCENT);
            case "bottom" -> Words.of(RankKind.BOTTOM_PERCENT);
            case "quantile" -> Words.of(RankKind.QUANTILE);
            default -> throw tokens.unexpected("top, bottom or quantile before it");
        };
        condition.with(kind, new ComparisonParser(tokens).value());
        if (!kind.equals(Words.of(RankKind.QUANTILE))) {
            tokens.expectSign("%");
        }
        if (tokens.acceptSign(",")) {
            condition.with(PeriodReader.PERIOD, new ArgumentParser(tokens, OrderConditions.CONDITIONS_VALUE).period());
        }
        tokens.close();
        return condition.sent();
    }

    private String word(String expected) {
        if (tokens.peek().kind() != Token.Kind.WORD) {
            throw tokens.unexpected(expected);
        }
        return tokens.next().text();
    }

    private void days() {
        if (!tokens.acceptWord("day")) {
            tokens.expectWord("days");
        }
    }
}
