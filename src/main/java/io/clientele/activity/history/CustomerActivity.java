package io.clientele.activity.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shop reported of a customer: sums, and the latest of each kind, the latest first.
 *
 * @param statistics one entry for each website the customer has orders in
 * @param carts the active ones
 * @param balances store credit and reward points
 */
public record CustomerActivity(
        long customerId,
        List<Statistics> statistics,
        List<PlacedOrder> orders,
        List<Cart> carts,
        List<Wishlist> wishlists,
        List<WrittenReview> reviews,
        List<View> views,
        List<Balance> balances) {

    /**
     * The orders of one website in figures. Those that were cancelled are counted apart and in nothing else.
     *
     * @param lifetimeValue the grand totals less refunds, in the website's base currency
     * @param firstOrderAt null where all were cancelled
     */
    public record Statistics(
            int websiteId,
            long ordersCount,
            long cancelledCount,
            BigDecimal lifetimeValue,
            @Nullable BigDecimal averageOrderValue,
            @Nullable Instant firstOrderAt,
            @Nullable Instant lastOrderAt) {}

    /** An order; amounts are in its currency, the base total in the base currency of the website. */
    public record PlacedOrder(
            String externalId,
            int websiteId,
            String status,
            boolean cancelled,
            Instant placedAt,
            Instant changedAt,
            String currency,
            BigDecimal grandTotal,
            BigDecimal refunded,
            BigDecimal baseTotal,
            BigDecimal totalQty,
            @Nullable String couponCode) {}

    /** A cart; amounts are in the base currency of the website. */
    public record Cart(
            String externalId,
            int websiteId,
            Instant changedAt,
            BigDecimal subtotal,
            BigDecimal grandTotal,
            BigDecimal totalQty,
            @Nullable List<CartItem> items) {}

    /** So many of a product in a cart. */
    public record CartItem(String sku, BigDecimal qty, BigDecimal rowTotal) {}

    /** A wish list. */
    public record Wishlist(
            String externalId, Instant changedAt, @Nullable List<WishlistItem> items) {}

    /** So many of a product on a wish list. */
    public record WishlistItem(String sku, BigDecimal qty, Instant addedAt) {}

    /** A review; the rating is one to five stars. */
    public record WrittenReview(
            String externalId,
            String sku,
            String nickname,
            String title,
            String detail,
            int rating,
            String status,
            Instant createdAt) {}

    /** A product that was looked at. */
    public record View(String sku, int websiteId, Instant viewedAt) {}

    /**
     * A state of an account with the shop.
     *
     * @param kind {@code store_credit} or {@code reward}
     * @param amount in the base currency of the website, or in points
     */
    public record Balance(int websiteId, String kind, BigDecimal amount, Instant asOf) {}
}
