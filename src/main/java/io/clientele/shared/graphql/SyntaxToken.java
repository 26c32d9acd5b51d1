package io.clientele.shared.graphql;

import graphql.language.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of a document, as the contract's library names it.
 *
 * @param kind the punctuation itself, or Name, Int, Float, String, {@code <EOF>}; {@code ?} for what is no token
 * @param value the text of a name, number or string; the complaint of what is no token
 */
record SyntaxToken(String kind, String value, SourceLocation location) {

    private static final Pattern TOKEN = Pattern.compile("(?<skip>[\\s,\\uFEFF]+|#[^\\n\\r]*)"
            + "|(?<block>\"\"\"(?:[^\"\\\\]|\\\\\"\"\"|\\\\|\"(?!\"\"))*+\"\"\")"
            + "|(?<string>\"(?:[^\"\\\\\\n\\r]|\\\\.)*+\")"
            + "|(?<name>[_A-Za-z][_0-9A-Za-z]*)"
            + "|(?<float>-?\\d+(?:\\.\\d+(?:[eE][+-]?\\d+)?|[eE][+-]?\\d+))"
            + "|(?<int>-?\\d+)"
            + "|(?<mark>\\.\\.\\.|[!$&():=@\\[\\]{|}])");

    String description() {
        return value.isEmpty() ? kind : kind + " \"" + value + "\"";
    }

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    static List<SyntaxToken> of(String text) {
        List<SyntaxToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        int line = 1;
        int lineStart = 0;
        while (at < text.length()) {
            SourceLocation here = new SourceLocation(line, at - lineStart + 1);
            if (!matcher.region(at, text.length()).lookingAt()) {
                tokens.add(new SyntaxToken("?", complaint(text, at), here));
                return tokens;
            }
            if (matcher.group("name") != null) {
                tokens.add(new SyntaxToken("Name", matcher.group(), here));
            } else if (matcher.group("int") != null) {
                tokens.add(new SyntaxToken("Int", matcher.group(), here));
            } else if (matcher.group("float") != null) {
                tokens.add(new SyntaxToken("Float", matcher.group(), here));
            } else if (matcher.group("string") != null) {
                tokens.add(new SyntaxToken("String", inner(matcher.group(), 1), here));
            } else if (matcher.group("block") != null) {
                tokens.add(new SyntaxToken("BlockString", inner(matcher.group(), 3), here));
            } else if (matcher.group("mark") != null) {
                tokens.add(new SyntaxToken(matcher.group(), "", here));
            }
            for (int i = at; i < matcher.end(); i++) {
                if (text.charAt(i) == '\n') {
                    line++;
                    lineStart = i + 1;
                }
            }
            at = matcher.end();
        }
        tokens.add(new SyntaxToken("<EOF>", "", new SourceLocation(line, at - lineStart + 1)));
        return tokens;
    }

    private static String inner(String quoted, int quotes) {
        return quoted.substring(quotes, quoted.length() - quotes);
    }

    private static String complaint(String text, int at) {
        return text.charAt(at) == '"'
                ? "Unterminated string."
                : "Cannot parse the unexpected character \"" + Character.toString(text.codePointAt(at)) + "\".";
    }
}
