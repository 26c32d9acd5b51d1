package io.clientele.activity.history;

import io.clientele.pricing.quote.MoneyNode;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/**
 * What an order came to, as GraphQL shows it. Which part of the tax is on the goods and which on the shipping no shop
 * reports: where there is any, amounts with it have a currency and no value.
 */
public final class OrderTotalNodes {

    private OrderTotalNodes() {}

    /** The sums of an order. */
    @Name("OrderTotal")
    public record Total(
            @Name("grand_total") MoneyNode grandTotal,
            @Name("base_grand_total") MoneyNode baseGrandTotal,
            @Name("grand_total_excl_tax") MoneyNode grandTotalExclTax,
            MoneyNode subtotal,
            @Name("subtotal_excl_tax") MoneyNode subtotalExclTax,
            @Name("subtotal_incl_tax") MoneyNode subtotalInclTax,
            @Name("total_tax") MoneyNode totalTax,
            @Name("total_shipping") MoneyNode totalShipping,
            @Name("shipping_handling") Shipping shippingHandling,
            List<Discount> discounts) {

        static Total of(Order order, String baseCurrency) {
            Order.Amounts sums = order.amounts();
            String currency = order.currency();
            MoneyNode subtotal = money(sums.subtotal(), currency);
            MoneyNode shipping = money(sums.shipping(), currency);
            return new Total(
                    money(sums.grandTotal(), currency),
                    money(order.baseGrandTotal(), baseCurrency),
                    money(sums.grandTotal().subtract(sums.tax()), currency),
                    subtotal,
                    subtotal,
                    money(sums.tax().signum() == 0 ? sums.subtotal() : null, currency),
                    money(sums.tax(), currency),
                    shipping,
                    new Shipping(shipping, shipping),
                    Discount.of(order));
        }
    }

    /** What shipping came to, before tax. */
    @Name("ShippingHandling")
    public record Shipping(
            @Name("total_amount") MoneyNode totalAmount,
            @Name("amount_excluding_tax") MoneyNode amountExcludingTax) {}

    /** What was taken off. */
    @Name("Discount")
    public record Discount(MoneyNode amount, String label, OrderNodes.@Nullable Coupon coupon) {

        /** Shops report one sum; it is shown under the coupon's code, or under no name. */
        static List<Discount> of(Order order) {
            BigDecimal discount = order.amounts().discount();
            OrderNodes.Coupon coupon =
                    OrderNodes.Coupon.of(order).stream().findFirst().orElse(null);
            return discount.signum() == 0
                    ? List.of()
                    : List.of(new Discount(
                            money(discount.abs(), order.currency()), coupon == null ? "" : coupon.code(), coupon));
        }
    }

    static MoneyNode money(@Nullable BigDecimal amount, String currency) {
        return new MoneyNode(currency, amount == null ? null : amount.doubleValue());
    }
}
