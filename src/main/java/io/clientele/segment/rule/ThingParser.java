package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.ConditionKind;

/** Parses conditions on things that are there or are not: addresses, products. */
final class ThingParser {

    private final Tokens tokens;
    private final Token head;
    private final String member;
    private final boolean none;

    /**
     * @param head the word with which the condition begins, not read yet
     * @param member what stands behind its point
     * @param none whether there must be no such thing
     */
    ThingParser(Tokens tokens, Token head, String member, boolean none) {
        this.tokens = tokens;
        this.head = head;
        this.member = member;
        this.none = none;
    }

    Sent address(ConditionKind kind) {
        return thing(CustomerConditions.EXISTS, SentBuilder.of(head, kind).with(CustomerConditions.KIND, head, member));
    }

    Sent list() {
        String list = head.text().substring(0, Math.max(0, head.text().indexOf('.')));
        if (!member.equals(RuleText.PRODUCT)) {
            throw tokens.unexpected("cart.product or wishlist.product");
        }
        return thing(
                ProductConditions.FOUND,
                SentBuilder.of(head, ConditionKind.PRODUCT_LIST).with(ProductConditions.LIST, head, list));
    }

    Sent history() {
        return thing(
                ProductConditions.FOUND,
                SentBuilder.of(head, ConditionKind.PRODUCT_HISTORY).with(ProductConditions.EVENT, head, member));
    }

    private Sent thing(String exists, SentBuilder condition) {
        tokens.next();
        condition.with(exists, !none);
        return new ArgumentParser(tokens, RuleReader.VALUE).arguments(condition).sent();
    }
}
