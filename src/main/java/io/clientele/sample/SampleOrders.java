package io.clientele.sample;

import com.fasterxml.jackson.databind.node.TextNode;
import io.clientele.activity.OrderAddressDraft;
import io.clientele.activity.OrderDraft;
import io.clientele.activity.OrderLineDraft;
import io.clientele.address.AddressDraft;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Invents what people of the sample shop ordered: for one person, always the same as seen from the same day. */
final class SampleOrders {

    private static final long SEED = 20_260_102;

    private static final BigDecimal TAX = new BigDecimal("0.08");
    private static final BigDecimal SHIPPING = new BigDecimal("5.90");
    private static final BigDecimal FREE_FROM = new BigDecimal("100");
    private static final BigDecimal COUPON = new BigDecimal("0.10");
    private static final int MOST_LINES = 4;
    private static final int MOST_PIECES = 3;
    private static final int SECONDS_OF_A_DAY = 86_400;

    private final Instant today;
    private final String currency;
    private final List<SampleProduct> products = SampleProduct.all();

    /**
     * Sees everything from a day on.
     *
     * @param currency the base currency of the websites
     */
    SampleOrders(Instant today, String currency) {
        this.today = today;
        this.currency = currency;
    }

    /** Somebody who ordered: a person of the shop, or a guest. */
    private record Buyer(
            int websiteId,
            @Nullable String externalId,
            @Nullable String email,
            @Nullable OrderAddressDraft address) {}

    /** What the person ordered with the account. */
    List<OrderDraft> of(SamplePerson person) {
        Random random = new Random(SEED + person.number());
        SampleHabit habit = SampleHabit.any(random);
        Buyer buyer = new Buyer(
                person.websiteId(),
                person.externalId(),
                null,
                person.addresses().isEmpty() ? null : address(person.addresses().getFirst()));
        List<OrderDraft> orders = new ArrayList<>();
        int count = habit.orders(random);
        for (int i = 1; i <= count; i++) {
            Fate fate = habit == SampleHabit.REFUNDED && i <= 2 ? (i == 1 ? Fate.REFUNDED : Fate.CANCELED) : Fate.KEPT;
            orders.add(order(person.externalId() + "-order-" + i, buyer, habit.daysAgo(random), fate, random));
        }
        return orders;
    }

    /** What was ordered without an account: every third time under the address of a person of the shop. */
    OrderDraft ofGuest(int number, SamplePerson near) {
        Random random = new Random(-SEED - number);
        boolean known = number % 3 == 0;
        String email = known ? near.email() : "guest." + number + "@example.com";
        OrderAddressDraft address =
                near.addresses().isEmpty() ? null : address(near.addresses().getFirst());
        return order(
                "sample-guest-order-" + number,
                new Buyer(near.websiteId(), null, email, address),
                random.nextInt(400),
                Fate.KEPT,
                random);
    }

    /** What became of an order. */
    private enum Fate {
        KEPT("complete"),
        REFUNDED("closed"),
        CANCELED("canceled");

        private final String status;

        Fate(String status) {
            this.status = status;
        }
    }

    private OrderDraft order(String externalId, Buyer buyer, int daysAgo, Fate fate, Random random) {
        List<OrderLineDraft> lines = new ArrayList<>();
        BigDecimal subtotal = BigDecimal.ZERO;
        int count = 1 + random.nextInt(MOST_LINES);
        for (int i = 0; i < count; i++) {
            SampleProduct product = products.get(random.nextInt(products.size()));
            BigDecimal qty = BigDecimal.valueOf(1 + random.nextInt(MOST_PIECES));
            lines.add(OrderDrafts.line(product.sku(), product.name(), qty, product.price(), List.of()));
            subtotal = subtotal.add(qty.multiply(product.price()));
        }
        boolean coupon = random.nextInt(5) == 0;
        BigDecimal discount = coupon ? share(subtotal, COUPON) : BigDecimal.ZERO;
        BigDecimal shipping = subtotal.compareTo(FREE_FROM) < 0 ? SHIPPING : BigDecimal.ZERO;
        BigDecimal tax = share(subtotal.subtract(discount), TAX);
        BigDecimal total = subtotal.subtract(discount).add(shipping).add(tax);
        Instant placed = today.minus(Duration.ofDays(daysAgo)).minusSeconds(random.nextInt(SECONDS_OF_A_DAY));
        return new OrderDraft(
                externalId,
                null,
                buyer.externalId(),
                buyer.email(),
                buyer.websiteId(),
                fate.status,
                placed.toString(),
                placed.toString(),
                currency,
                OrderDrafts.number(subtotal),
                OrderDrafts.number(tax),
                OrderDrafts.number(shipping),
                OrderDrafts.number(discount),
                OrderDrafts.number(total),
                fate == Fate.REFUNDED ? OrderDrafts.number(total) : null,
                coupon ? "WELCOME10" : null,
                buyer.address(),
                buyer.address(),
                lines);
    }

    private static BigDecimal share(BigDecimal amount, BigDecimal part) {
        return amount.multiply(part).setScale(2, RoundingMode.HALF_UP);
    }

    private static OrderAddressDraft address(AddressDraft entry) {
        return new OrderAddressDraft(
                null,
                entry.firstname(),
                null,
                entry.lastname(),
                null,
                entry.company(),
                entry.street(),
                entry.city(),
                entry.region() == null ? null : TextNode.valueOf(entry.region()),
                null,
                entry.regionCode(),
                entry.postcode(),
                entry.countryId(),
                entry.telephone(),
                null,
                null);
    }
}
