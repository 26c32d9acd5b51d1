package io.clientele.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shop says of a cart, with nothing wrong by itself. */
record CartReport(
        String externalId,
        Person person,
        boolean active,
        Instant updatedAt,
        BigDecimal subtotal,
        BigDecimal tax,
        BigDecimal shipping,
        BigDecimal storeCreditUsed,
        BigDecimal giftCardUsed,
        BigDecimal grandTotal,
        List<Item> items) {

    /** A line of a cart. */
    record Item(String sku, BigDecimal qty, BigDecimal rowTotal) {}

    int websiteId() {
        return person.websiteId();
    }

    BigDecimal totalQty() {
        return items.stream().map(Item::qty).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * A cart that is there already.
     *
     * @param owner whose it is
     */
    record Stored(
            long id,
            String externalId,
            int websiteId,
            Instant changedAt,
            Owner owner,
            @Nullable String emailKey) {}

    /** Whose it becomes; id is its row, 0 for a new one. */
    record Written(long id, CartReport report, Owner owner) {}
}
