package io.clientele.shared.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxWordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ a() }|Syntax Error: Expected Name, found )",
                "{ a(b) }|Syntax Error: Expected :, found )",
                "{ a(b:) }|Syntax Error: Unexpected )",
                "{ a|Syntax Error: Expected Name, found <EOF>",
                "{|Syntax Error: Expected Name, found <EOF>",
                "{ }|Syntax Error: Expected Name, found }",
                "quer { a }|Syntax Error: Unexpected Name \"quer\"",
                "{ a } }|Syntax Error: Unexpected }",
                "query($a Int) { b }|Syntax Error: Expected :, found Name \"Int\"",
                "{ a ? }|Syntax Error: Cannot parse the unexpected character \"?\".",
                "{ a(b: \"c) }|Syntax Error: Unterminated string.",
                "fragment on on A { b }|Syntax Error: Unexpected Name \"on\"",
                "fragment A B { c }|Syntax Error: Expected \"on\", found Name \"B\"",
                "{ a(b: 1.5 c: {d: }) }|Syntax Error: Unexpected }",
            })
    void what_was_expected_and_what_was_found(String document, String message) {
        InvalidSyntaxException refusal =
                catchThrowableOfType(InvalidSyntaxException.class, () -> new Parser().parseDocument(document));
        assertThat(SyntaxWording.of(document, refusal).getMessage()).isEqualTo(message);
    }
}
