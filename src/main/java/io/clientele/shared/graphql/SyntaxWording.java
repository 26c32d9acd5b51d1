package io.clientele.shared.graphql;

import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import java.util.List;
import java.util.Set;

/**
 * Words a syntax error as the contract's library does ({@code Syntax Error: Expected Name, found )}). The parser we
 * use does not say what it expected, so a document it refused is read once more by the grammar.
 */
final class SyntaxWording {

    private static final Set<String> OPERATIONS = Set.of("query", "mutation", "subscription");

    private final List<SyntaxToken> tokens;
    private int next;

    private SyntaxWording(List<SyntaxToken> tokens) {
        this.tokens = tokens;
    }

    static PlainError of(String text, InvalidSyntaxException refusal) {
        try {
            SyntaxWording wording = new SyntaxWording(SyntaxToken.of(text));
            do {
                wording.definition();
            } while (!wording.token().is("<EOF>"));
        } catch (Found found) {
            return PlainError.of("Syntax Error: " + found.getMessage(), List.of(found.location));
        } catch (StackOverflowError e) {
            return PlainError.of("The query is nested too deeply.");
        }
        SourceLocation location = refusal.getLocation();
        String token = refusal.getOffendingToken();
        return PlainError.of(
                "Syntax Error: Unexpected " + (token == null ? "<EOF>" : token),
                location == null ? List.of() : List.of(location));
    }

    private void definition() {
        if (token().is("{")) {
            selections();
        } else if (token().is("Name") && OPERATIONS.contains(token().value())) {
            next++;
            if (token().is("Name")) {
                next++;
            }
            if (take("(")) {
                do {
                    variable();
                } while (!take(")"));
            }
            directives();
            selections();
        } else if (keyword("fragment")) {
            fragmentName();
            expectOn();
            expect("Name");
            directives();
            selections();
        } else {
            throw unexpected();
        }
    }

    private void variable() {
        expect("$");
        expect("Name");
        expect(":");
        type();
        if (take("=")) {
            value();
        }
        directives();
    }

    private void type() {
        if (take("[")) {
            type();
            expect("]");
        } else {
            expect("Name");
        }
        take("!");
    }

    private void selections() {
        expect("{");
        do {
            selection();
        } while (!take("}"));
    }

    private void selection() {
        if (take("...")) {
            boolean typed = keyword("on");
            if (!typed && token().is("Name")) {
                fragmentName();
                directives();
                return;
            }
            if (typed) {
                expect("Name");
            }
            directives();
            selections();
            return;
        }
        expect("Name");
        if (take(":")) {
            expect("Name");
        }
        arguments();
        directives();
        if (token().is("{")) {
            selections();
        }
    }

    private void fragmentName() {
        if (token().is("Name") && token().value().equals("on")) {
            throw unexpected();
        }
        expect("Name");
    }

    private void arguments() {
        if (take("(")) {
            do {
                argument();
            } while (!take(")"));
        }
    }

    private void argument() {
        expect("Name");
        expect(":");
        value();
    }

    private void directives() {
        while (take("@")) {
            expect("Name");
            arguments();
        }
    }

    private void value() {
        if (take("[")) {
            while (!take("]")) {
                value();
            }
        } else if (take("{")) {
            while (!take("}")) {
                argument();
            }
        } else if (take("$")) {
            expect("Name");
        } else if (Set.of("Int", "Float", "String", "BlockString", "Name").contains(token().kind())) {
            next++;
        } else {
            throw unexpected();
        }
    }

    private SyntaxToken token() {
        SyntaxToken token = tokens.get(Math.min(next, tokens.size() - 1));
        if (token.is("?")) {
            throw new Found(token.value(), token.location());
        }
        return token;
    }

    private boolean take(String kind) {
        boolean taken = token().is(kind);
        next += taken ? 1 : 0;
        return taken;
    }

    private boolean keyword(String word) {
        boolean taken = token().is("Name") && token().value().equals(word);
        next += taken ? 1 : 0;
        return taken;
    }

    private void expect(String kind) {
        if (!take(kind)) {
            throw new Found("Expected " + kind + ", found " + token().description(), token().location());
        }
    }

    private void expectOn() {
        if (!keyword("on")) {
            throw new Found("Expected \"on\", found " + token().description(), token().location());
        }
    }

    private Found unexpected() {
        return new Found("Unexpected " + token().description(), token().location());
    }

    /** The first place where the document leaves the grammar. */
    private static final class Found extends RuntimeException {

        private final transient SourceLocation location;

        Found(String message, SourceLocation location) {
            super(message, null, false, false);
            this.location = location;
        }
    }
}
