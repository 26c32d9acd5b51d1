package io.clientele.activity.history;

import io.clientele.shared.ShownTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was reported of a customer, as administrators see it over REST and GraphQL: in the same words. */
@Schema(name = "customer-activity")
@Name("AdminCustomerActivity")
public record ActivityBody(
        List<StatisticsBody> statistics,
        List<OrderBody> orders,
        List<CartBody> carts,
        List<WishlistBody> wishlists,
        List<ReviewBody> reviews,
        List<ViewBody> views,
        List<BalanceBody> balances) {

    /** The orders of one website in figures; amounts are in its base currency. */
    @Schema(name = "customer-activity-statistics")
    @Name("AdminOrderStatistics")
    public record StatisticsBody(
            @Name("website_id") int websiteId,
            String currency,
            @Name("orders_count") long ordersCount,
            @Name("cancelled_count") long cancelledCount,
            @Name("lifetime_value") BigDecimal lifetimeValue,
            @Nullable @Name("average_order_value") BigDecimal averageOrderValue,
            @Nullable @Name("first_order_at") String firstOrderAt,
            @Nullable @Name("last_order_at") String lastOrderAt) {}

    /** An order. */
    @Schema(name = "customer-activity-order")
    @Name("AdminReportedOrder")
    public record OrderBody(
            @Name("external_id") String externalId,
            @Name("website_id") int websiteId,
            String status,
            boolean cancelled,
            @Name("placed_at") String placedAt,
            @Name("updated_at") String updatedAt,
            String currency,
            @Name("grand_total") BigDecimal grandTotal,
            BigDecimal refunded,
            @Name("base_total") BigDecimal baseTotal,
            @Name("total_qty") BigDecimal totalQty,
            @Nullable @Name("coupon_code") String couponCode) {}

    /** An active cart. */
    @Schema(name = "customer-activity-cart")
    @Name("AdminReportedCart")
    public record CartBody(
            @Name("external_id") String externalId,
            @Name("website_id") int websiteId,
            @Name("updated_at") String updatedAt,
            BigDecimal subtotal,
            @Name("grand_total") BigDecimal grandTotal,
            @Name("total_qty") BigDecimal totalQty,
            List<CartItemBody> items) {}

    /** So many of a product in a cart. */
    @Schema(name = "customer-activity-cart-item")
    @Name("AdminReportedCartItem")
    public record CartItemBody(
            String sku, BigDecimal qty, @Name("row_total") BigDecimal rowTotal) {}

    /** A wish list. */
    @Schema(name = "customer-activity-wishlist")
    @Name("AdminReportedWishlist")
    public record WishlistBody(
            @Name("external_id") String externalId,
            @Name("updated_at") String updatedAt,
            List<WishlistItemBody> items) {}

    /** So many of a product on a wish list. */
    @Schema(name = "customer-activity-wishlist-item")
    @Name("AdminReportedWishlistItem")
    public record WishlistItemBody(
            String sku, BigDecimal qty, @Name("added_at") String addedAt) {}

    /** A review; the rating is one to five stars. */
    @Schema(name = "customer-activity-review")
    @Name("AdminReportedReview")
    public record ReviewBody(
            @Name("external_id") String externalId,
            String sku,
            String nickname,
            String title,
            String detail,
            int rating,
            String status,
            @Name("created_at") String createdAt) {}

    /** A product that was looked at. */
    @Schema(name = "customer-activity-view")
    @Name("AdminReportedView")
    public record ViewBody(
            String sku,
            @Name("website_id") int websiteId,
            @Name("viewed_at") String viewedAt) {}

    /** Store credit in the base currency of the website, or reward points. */
    @Schema(name = "customer-activity-balance")
    @Name("AdminReportedBalance")
    public record BalanceBody(
            @Name("website_id") int websiteId,
            String kind,
            BigDecimal amount,
            @Nullable String currency,
            @Name("as_of") String asOf) {}

    /** @param baseCurrencies the base currency of a website */
    public static ActivityBody of(CustomerActivity activity, IntFunction<String> baseCurrencies) {
        return new ActivityBody(
                activity.statistics().stream()
                        .map(each -> statistics(each, baseCurrencies))
                        .toList(),
                activity.orders().stream().map(ActivityBody::order).toList(),
                activity.carts().stream().map(ActivityBody::cart).toList(),
                activity.wishlists().stream().map(ActivityBody::wishlist).toList(),
                activity.reviews().stream().map(ActivityBody::review).toList(),
                activity.views().stream()
                        .map(each -> new ViewBody(each.sku(), each.websiteId(), ShownTime.of(each.viewedAt())))
                        .toList(),
                activity.balances().stream()
                        .map(each -> balance(each, baseCurrencies))
                        .toList());
    }

    private static StatisticsBody statistics(CustomerActivity.Statistics each, IntFunction<String> baseCurrencies) {
        return new StatisticsBody(
                each.websiteId(),
                baseCurrencies.apply(each.websiteId()),
                each.ordersCount(),
                each.cancelledCount(),
                each.lifetimeValue(),
                each.averageOrderValue(),
                shown(each.firstOrderAt()),
                shown(each.lastOrderAt()));
    }

    private static OrderBody order(CustomerActivity.PlacedOrder each) {
        return new OrderBody(
                each.externalId(),
                each.websiteId(),
                each.status(),
                each.cancelled(),
                ShownTime.of(each.placedAt()),
                ShownTime.of(each.changedAt()),
                each.currency(),
                each.grandTotal(),
                each.refunded(),
                each.baseTotal(),
                each.totalQty(),
                each.couponCode());
    }

    private static CartBody cart(CustomerActivity.Cart each) {
        return new CartBody(
                each.externalId(),
                each.websiteId(),
                ShownTime.of(each.changedAt()),
                each.subtotal(),
                each.grandTotal(),
                each.totalQty(),
                each.items() == null
                        ? List.of()
                        : each.items().stream()
                                .map(item -> new CartItemBody(item.sku(), item.qty(), item.rowTotal()))
                                .toList());
    }

    private static WishlistBody wishlist(CustomerActivity.Wishlist each) {
        return new WishlistBody(
                each.externalId(),
                ShownTime.of(each.changedAt()),
                each.items() == null
                        ? List.of()
                        : each.items().stream()
                                .map(item -> new WishlistItemBody(item.sku(), item.qty(), ShownTime.of(item.addedAt())))
                                .toList());
    }

    private static ReviewBody review(CustomerActivity.WrittenReview each) {
        return new ReviewBody(
                each.externalId(),
                each.sku(),
                each.nickname(),
                each.title(),
                each.detail(),
                each.rating(),
                each.status(),
                ShownTime.of(each.createdAt()));
    }

    private static BalanceBody balance(CustomerActivity.Balance each, IntFunction<String> baseCurrencies) {
        boolean money = each.kind().equals("store_credit");
        return new BalanceBody(
                each.websiteId(),
                each.kind(),
                each.amount(),
                money ? baseCurrencies.apply(each.websiteId()) : null,
                ShownTime.of(each.asOf()));
    }

    private static @Nullable String shown(@Nullable Instant moment) {
        return moment == null ? null : ShownTime.of(moment);
    }
}
