package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Condition.Aggregator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Parses how conditions are combined: {@code and} binds closer than {@code or}; {@code not (a or b)} says that none holds,
 * {@code not (a and b)} that one does not. {@code all(…)} and {@code any(…)} combine any number, even one or none.
 */
final class ExpressionParser {

    /** What is combined. */
    @FunctionalInterface
    interface Leaf {
        Sent parse(Tokens tokens);
    }

    /** Several that are joined by the same word, without parentheses around them, or a single one. */
    private record Chain(Place place, boolean anyOf, List<Sent> parts) {

        Sent sent() {
            return parts.size() == 1
                    ? parts.getFirst()
                    : SentBuilder.combine(place, anyOf ? Aggregator.ANY : Aggregator.ALL, true, parts);
        }

        Sent negated() {
            boolean someIsFalse = parts.size() > 1 && !anyOf;
            return SentBuilder.combine(place, someIsFalse ? Aggregator.ANY : Aggregator.ALL, false, parts);
        }
    }

    private final Tokens tokens;
    private final Leaf leaf;

    ExpressionParser(Tokens tokens, Leaf leaf) {
        this.tokens = tokens;
        this.leaf = leaf;
    }

    Sent parse() {
        return chain().sent();
    }

    private Chain chain() {
        Place place = tokens.peek().place();
        List<Chain> parts = new ArrayList<>();
        do {
            parts.add(ands());
        } while (accept("or"));
        return parts.size() == 1
                ? parts.getFirst()
                : new Chain(place, true, parts.stream().map(Chain::sent).toList());
    }

    private Chain ands() {
        Place place = tokens.peek().place();
        List<Sent> parts = new ArrayList<>();
        do {
            parts.add(part());
        } while (accept("and"));
        return new Chain(place, false, parts);
    }

    private Sent part() {
        Token first = tokens.peek();
        if (isNot(first)) {
            tokens.next();
            return negated(first.place());
        }
        if (first.isSign("(")) {
            return parenthesis().sent();
        }
        return isList() ? list(true) : leaf.parse(tokens);
    }

    /** What follows a {@code not}. A second one needs parentheses, so that none goes deeper than they do. */
    private Sent negated(Place place) {
        if (tokens.peek().isSign("(")) {
            return parenthesis().negated();
        }
        if (isNot(tokens.peek())) {
            throw tokens.unexpected("a parenthesis or a condition");
        }
        return isList() ? list(false) : SentBuilder.combine(place, Aggregator.ALL, false, List.of(leaf.parse(tokens)));
    }

    private Chain parenthesis() {
        tokens.open();
        Chain inside = chain();
        tokens.close();
        return inside;
    }

    private boolean isList() {
        return (tokens.peek().isWord("all") || tokens.peek().isWord("any"))
                && tokens.peekSecond().isSign("(");
    }

    private Sent list(boolean value) {
        Token word = tokens.next();
        List<Sent> parts = new ArrayList<>();
        tokens.open();
        if (!tokens.peek().isSign(")")) {
            do {
                parts.add(parse());
            } while (tokens.acceptSign(","));
        }
        tokens.close();
        // Not all: one at least is false. Not any: all are.
        boolean all = word.isWord("all") == value;
        return SentBuilder.combine(word.place(), all ? Aggregator.ALL : Aggregator.ANY, value, parts);
    }

    private static boolean isNot(Token token) {
        return token.isWord("not") || token.isWord("NOT");
    }

    private boolean accept(String word) {
        return tokens.acceptWord(word) || tokens.acceptWord(word.toUpperCase(Locale.ROOT));
    }
}
