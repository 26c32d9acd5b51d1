package io.clientele.activity.history;

import io.clientele.customer.graphql.Uid;
import io.clientele.pricing.quote.MoneyNode;
import io.clientele.shared.ShownTime;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** Orders as GraphQL shows them. What a shop does not report of an order is answered empty. */
public final class OrderNodes {

    private OrderNodes() {}

    /** An order; what is in it is read when it is asked for. */
    @Name("CustomerOrder")
    public record OrderNode(
            @Ignore Order order,
            @Id String id,
            String number,
            @Name("increment_id") String incrementId,
            @Name("order_number") String orderNumber,
            @Name("order_date") String orderDate,
            @Name("created_at") String createdAt,
            @Name("order_status_change_date") String statusChangeDate,
            String status,
            @Nullable String email,
            @Name("grand_total") Double grandTotal,
            OrderTotalNodes.Total total,
            @Name("applied_coupons") List<Coupon> appliedCoupons,
            @Name("customer_info") Person person,
            @Nullable @Name("billing_address") AddressNode billingAddress,
            @Nullable @Name("shipping_address") AddressNode shippingAddress) {

        /** @param baseCurrency of the order's website */
        static OrderNode of(Order order, String baseCurrency) {
            String placedAt = ShownTime.of(order.placedAt());
            return new OrderNode(
                    order,
                    Uid.of(order.id()),
                    order.number(),
                    order.number(),
                    order.number(),
                    placedAt,
                    placedAt,
                    ShownTime.of(order.changedAt()),
                    order.status(),
                    order.email(),
                    order.amounts().grandTotal().doubleValue(),
                    OrderTotalNodes.Total.of(order, baseCurrency),
                    Coupon.of(order),
                    Person.of(order.person()),
                    AddressNode.ofNullable(order.billingAddress()),
                    AddressNode.ofNullable(order.shippingAddress()));
        }
    }

    /** A coupon that was used. */
    @Name("AppliedCoupon")
    public record Coupon(String code) {

        static List<Coupon> of(Order order) {
            return order.couponCode() == null ? List.of() : List.of(new Coupon(order.couponCode()));
        }
    }

    /** Whose names stand on the order. */
    @Name("OrderCustomerInfo")
    public record Person(
            String firstname,
            @Nullable String lastname,
            @Nullable String middlename,
            @Nullable String prefix,
            @Nullable String suffix) {

        static Person of(@Nullable OrderAddress address) {
            return address == null
                    ? new Person("", null, null, null, null)
                    : new Person(
                            said(address.firstname()),
                            address.lastname(),
                            address.middlename(),
                            address.prefix(),
                            address.suffix());
        }
    }

    /** An address of an order. */
    @Name("OrderAddress")
    public record AddressNode(
            String firstname,
            String lastname,
            @Nullable String middlename,
            @Nullable String prefix,
            @Nullable String suffix,
            @Nullable String company,
            List<String> street,
            String city,
            @Nullable String postcode,
            @Nullable @Name("country_code") String countryCode,
            @Nullable @Id @Name("region_id") String regionId,
            @Nullable String region,
            @Nullable String telephone,
            @Nullable String fax,
            @Nullable @Name("vat_id") String vatId) {

        static @Nullable AddressNode ofNullable(@Nullable OrderAddress address) {
            return address == null
                    ? null
                    : new AddressNode(
                            said(address.firstname()),
                            said(address.lastname()),
                            address.middlename(),
                            address.prefix(),
                            address.suffix(),
                            address.company(),
                            address.street(),
                            said(address.city()),
                            address.postcode(),
                            address.countryId(),
                            address.regionId() == null ? null : Integer.toString(address.regionId()),
                            address.region(),
                            address.telephone(),
                            address.fax(),
                            address.vatId());
        }
    }

    /** So many of a product in an order. */
    @Name("OrderItem")
    public record Item(
            @Id String id,
            @Name("product_sku") String productSku,
            @Nullable @Name("product_name") String productName,
            @Name("product_sale_price") MoneyNode productSalePrice,
            @Name("quantity_ordered") Double quantityOrdered,
            ItemPrices prices) {

        static Item of(OrderLine line, String currency) {
            MoneyNode price = OrderTotalNodes.money(line.unitPrice(), currency);
            return new Item(
                    Uid.of(line.orderId(), line.line()),
                    line.sku(),
                    line.name(),
                    price,
                    line.qty().doubleValue(),
                    new ItemPrices(price, OrderTotalNodes.money(line.rowTotal(), currency)));
        }
    }

    /** What a line of an order came to. */
    @Name("OrderItemPrices")
    public record ItemPrices(
            MoneyNode price, @Name("row_total") MoneyNode rowTotal) {}

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
