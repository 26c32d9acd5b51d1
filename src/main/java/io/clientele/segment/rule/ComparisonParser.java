package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses an operator and what it compares with. */
final class ComparisonParser {

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,39})(?:\\.[0-9]{1,40})?");

    private static final Map<String, Operator> SIGNS = Map.of(
            "=", Operator.IS,
            "==", Operator.IS,
            "!=", Operator.IS_NOT,
            "<>", Operator.IS_NOT,
            ">=", Operator.GREATER_OR_EQUAL,
            ">", Operator.GREATER,
            "<=", Operator.LESS_OR_EQUAL,
            "<", Operator.LESS);

    private final Tokens tokens;

    ComparisonParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A field, an operator and a value. */
    static Sent leaf(Tokens tokens) {
        Token name = tokens.peek();
        if (name.kind() != Token.Kind.WORD) {
            throw tokens.unexpected("a condition");
        }
        tokens.next();
        return new ComparisonParser(tokens)
                .comparison(new SentBuilder(name.place()).with(RuleReader.TYPE, name, name.text()))
                .sent();
    }

    SentBuilder comparison(SentBuilder condition) {
        Token first = tokens.peek();
        if (tokens.acceptWord("is")) {
            return afterIs(condition, first);
        }
        Operator operator = operator().orElseThrow(() -> tokens.unexpected("an operator"));
        return compared(condition, first, operator);
    }

    private SentBuilder afterIs(SentBuilder condition, Token first) {
        boolean not = tokens.acceptWord("not");
        if (tokens.peek().isWord("empty")) {
            Token empty = tokens.next();
            return condition
                    .with(RuleReader.OPERATOR, first, Operator.IS_EMPTY.word())
                    .with(RuleReader.VALUE, new Sent.Scalar(empty.place(), !not));
        }
        if (tokens.acceptWords("one", "of")) {
            return compared(condition, first, not ? Operator.IS_NOT_ONE_OF : Operator.IS_ONE_OF);
        }
        return compared(condition, first, not ? Operator.IS_NOT : Operator.IS);
    }

    private Optional<Operator> operator() {
        Token token = tokens.peek();
        if (token.kind() == Token.Kind.SIGN) {
            Optional<Operator> operator = Optional.ofNullable(SIGNS.get(token.text()));
            operator.ifPresent(found -> tokens.next());
            return operator;
        }
        if (tokens.acceptWords("starts", "with")) {
            return Optional.of(Operator.STARTS_WITH);
        }
        if (tokens.acceptWords("not", "in")) {
            return Optional.of(Operator.IS_NOT_ONE_OF);
        }
        if (tokens.acceptWord("in")) {
            return Optional.of(Operator.IS_ONE_OF);
        }
        if (tokens.acceptWords("does", "not")) {
            tokens.expectWord("contain");
            return Optional.of(Operator.DOES_NOT_CONTAIN);
        }
        Optional<Operator> named = Arrays.stream(Operator.values())
                .filter(each -> token.isWord(each.word()))
                .findFirst();
        named.ifPresent(found -> tokens.next());
        return named;
    }

    private SentBuilder compared(SentBuilder condition, Token first, Operator operator) {
        return condition
                .with(RuleReader.OPERATOR, first, operator.word())
                .with(
                        RuleReader.VALUE,
                        switch (operator) {
                            case IS_ONE_OF, IS_NOT_ONE_OF -> list();
                            case BETWEEN -> bounds();
                            case IS_EMPTY -> new Sent.Scalar(first.place(), true);
                            default -> value();
                        });
    }

    private Sent bounds() {
        Place place = tokens.peek().place();
        Sent from = value();
        tokens.expectWord("and");
        return new Sent.Items(place, List.of(from, value()));
    }

    /** Values in parentheses. */
    Sent list() {
        Place place = tokens.peek().place();
        List<Sent> values = new ArrayList<>();
        tokens.open();
        do {
            values.add(value());
        } while (tokens.acceptSign(","));
        tokens.close();
        return new Sent.Items(place, values);
    }

    Sent value() {
        Token token = tokens.peek();
        if (token.kind() != Token.Kind.QUOTED && token.kind() != Token.Kind.WORD) {
            throw tokens.unexpected("a value");
        }
        tokens.next();
        return new Sent.Scalar(token.place(), token.kind() == Token.Kind.QUOTED ? token.text() : bare(token.text()));
    }

    /** What a word without quotes stands for. */
    static Object bare(String word) {
        return switch (word) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> NUMBER.matcher(word).matches() ? new BigDecimal(word) : word;
        };
    }
}
