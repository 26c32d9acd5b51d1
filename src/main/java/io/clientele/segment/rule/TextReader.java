package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.ConditionKind;

/**
 * Reads the text form. It is one line of conditions such as {@code group = 3}, {@code address.any(country = FR)} or
 * {@code orders.count(last 90 days) >= 3}, combined with {@code and}, {@code or} and {@code not}.
 */
final class TextReader {

    private TextReader() {}

    /** @throws io.clientele.shared.Refusal with the column of what cannot be understood */
    static Sent read(String text) {
        Tokens tokens = new Tokens(Lexer.tokens(text));
        Sent sent = new ExpressionParser(tokens, TextReader::condition).parse();
        if (tokens.peek().kind() != Token.Kind.END) {
            throw tokens.unexpected("\"and\", \"or\" or the end");
        }
        return sent;
    }

    private static Sent condition(Tokens tokens) {
        boolean none = tokens.peek().isWord("no") && tokens.peekSecond().kind() == Token.Kind.WORD;
        if (none) {
            tokens.next();
        }
        Token head = tokens.peek();
        int point = head.kind() == Token.Kind.WORD ? head.text().indexOf('.') : -1;
        String subject = point < 0 ? head.text() : head.text().substring(0, point);
        String member = head.text().substring(point + 1);
        ThingParser things = new ThingParser(tokens, head, member, none);
        return switch (subject) {
            case "address" -> things.address(ConditionKind.ADDRESS);
            case "order_address" -> things.address(ConditionKind.ORDER_ADDRESS);
            case "cart" -> member.equals(RuleText.PRODUCT) ? things.list() : new SumParser(tokens, head, member).cart();
            case "wishlist" -> things.list();
            case "product" -> things.history();
            case "orders" -> new SumParser(tokens, head, member).orders();
            case "rank" -> new SumParser(tokens, head, member).rank();
            default -> leaf(tokens, none);
        };
    }

    private static Sent leaf(Tokens tokens, boolean none) {
        if (none) {
            throw tokens.unexpected("an address or a product");
        }
        return ComparisonParser.leaf(tokens);
    }
}
