package io.clientele.segment.rule;

import java.util.ArrayList;
import java.util.List;

/** Takes the text form apart, in one pass. */
final class Lexer {

    private static final List<String> SIGNS = List.of("==", "!=", "<>", ">=", "<=", "=", ">", "<", "(", ")", ",", "%");

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The parts, the last of which is the end. */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        while (lexer.skipBlanks()) {
            tokens.add(lexer.token());
        }
        tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
        return tokens;
    }

    private boolean skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private Token token() {
        int from = at;
        if (text.charAt(at) == '"') {
            return new Token(Token.Kind.QUOTED, quoted(), from + 1);
        }
        if (isPart(at) || (text.charAt(at) == '-' && isPart(at + 1))) {
            at++;
            while (isPart(at) || (isJoint(at) && isPart(at + 1))) {
                at++;
            }
            return new Token(Token.Kind.WORD, text.substring(from, at), from + 1);
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return new Token(Token.Kind.SIGN, sign, from + 1);
            }
        }
        throw RuleRefusals.unknownSign(place(from), Character.toString(text.codePointAt(at)));
    }

    /** Whether a word can have the character anywhere. */
    private boolean isPart(int index) {
        return index < text.length() && (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_');
    }

    /** Whether a word can have the character between others. */
    private boolean isJoint(int index) {
        return index < text.length() && (text.charAt(index) == '.' || text.charAt(index) == '-');
    }

    private String quoted() {
        int from = at;
        StringBuilder quoted = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            quoted.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
        }
        if (at >= text.length()) {
            throw RuleRefusals.openText(place(from));
        }
        at++;
        return quoted.toString();
    }

    /** The character that a backslash and what follows it stand for. */
    private char escaped() {
        int from = at;
        at++;
        char sign = at < text.length() ? text.charAt(at) : ' ';
        return switch (sign) {
            case '"', '\\' -> sign;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> byNumber(from);
            default -> throw RuleRefusals.unknownSign(place(from), "\\" + sign);
        };
    }

    private char byNumber(int from) {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            at++;
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw RuleRefusals.unknownSign(place(from), "\\u");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private static Place place(int index) {
        return new Place.InText(index + 1);
    }
}
