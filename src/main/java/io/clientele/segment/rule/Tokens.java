package io.clientele.segment.rule;

import java.util.List;

/** The parts of a text, read from left to right and never twice. */
final class Tokens {

    private final List<Token> tokens;
    private int at;
    private int open;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean acceptWord(String word) {
        return accept(peek().isWord(word));
    }

    boolean acceptSign(String sign) {
        return accept(peek().isSign(sign));
    }

    /** All the words, or none of them. There are at most two. */
    boolean acceptWords(String first, String second) {
        return peek().isWord(first) && peekSecond().isWord(second) && accept(true) && accept(true);
    }

    private boolean accept(boolean is) {
        if (is) {
            next();
        }
        return is;
    }

    void expectWord(String word) {
        if (!acceptWord(word)) {
            throw unexpected("\"" + word + "\"");
        }
    }

    void expectSign(String sign) {
        if (!acceptSign(sign)) {
            throw unexpected("\"" + sign + "\"");
        }
    }

    /** Opens a parenthesis. The parser goes into itself only between {@code open} and {@code close}. */
    void open() {
        Token token = peek();
        expectSign("(");
        open++;
        if (open > RuleLimits.PARENTHESES) {
            throw RuleRefusals.tooDeep(token.place());
        }
    }

    void close() {
        expectSign(")");
        open--;
    }

    /** @param expected what should stand where the next part is, in words */
    RuntimeException unexpected(String expected) {
        Token found = peek();
        return found.kind() == Token.Kind.END
                ? RuleRefusals.ended(found.place(), expected)
                : RuleRefusals.unexpected(found.place(), found.text(), expected);
    }
}
