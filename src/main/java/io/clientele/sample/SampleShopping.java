package io.clientele.sample;

import io.clientele.activity.CartDraft;
import io.clientele.activity.CartDraft.CartItemDraft;
import io.clientele.activity.ReviewDraft;
import io.clientele.activity.ViewDraft;
import io.clientele.activity.WishlistDraft;
import io.clientele.activity.WishlistDraft.WishlistItemDraft;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invents what people of the sample shop looked at, put aside and said, beside what they ordered. */
final class SampleShopping {

    private static final long SEED = 20_260_103;
    private static final int MOST_ITEMS = 3;
    private static final int MOST_VIEWS = 8;
    private static final int DAYS_OF_VIEWS = 60;
    private static final int DAYS_OF_CARTS = 20;
    private static final int DAYS_OF_REVIEWS = 400;
    private static final int SECONDS_OF_A_DAY = 86_400;

    private static final List<String> TITLES = List.of("Just right", "Good value", "As described", "Could be better");
    private static final List<String> TEXTS = List.of(
            "I use it every day.",
            "It came quickly and well packed.",
            "I would buy it again.",
            "It does what it should, and no more.");

    private final Instant today;
    private final List<SampleProduct> products = SampleProduct.all();

    SampleShopping(Instant today) {
        this.today = today;
    }

    /** What one person did besides ordering; of all but views one or none. */
    record Facts(
            List<CartDraft> carts, List<ViewDraft> views, List<WishlistDraft> wishlists, List<ReviewDraft> reviews) {}

    /** @param customerId of the person */
    Facts of(SamplePerson person, long customerId) {
        Random random = chance(person);
        return new Facts(
                random.nextInt(100) < 30 ? List.of(cart(person, customerId, random)) : List.of(),
                random.nextInt(100) < 45 ? views(person, customerId, random) : List.of(),
                random.nextInt(100) < 20 ? List.of(wishlist(person, customerId, random)) : List.of(),
                random.nextInt(100) < 15 ? List.of(review(person, customerId, random)) : List.of());
    }

    /** The same for a person each time, so that the sample is. */
    private static Random chance(SamplePerson person) {
        return new Random(SEED + person.number());
    }

    /** One in six was left for good. */
    private CartDraft cart(SamplePerson person, long customerId, Random random) {
        List<CartItemDraft> items = new ArrayList<>();
        BigDecimal subtotal = BigDecimal.ZERO;
        for (SampleProduct product : some(random)) {
            BigDecimal qty = BigDecimal.valueOf(1 + random.nextInt(MOST_ITEMS));
            BigDecimal total = qty.multiply(product.price());
            items.add(new CartItemDraft(product.sku(), OrderDrafts.number(qty), OrderDrafts.number(total)));
            subtotal = subtotal.add(total);
        }
        return new CartDraft(
                person.externalId() + "-cart",
                customerId,
                null,
                null,
                null,
                person.websiteId(),
                random.nextInt(6) > 0,
                ago(DAYS_OF_CARTS, random).toString(),
                OrderDrafts.number(subtotal),
                null,
                null,
                null,
                null,
                OrderDrafts.number(subtotal),
                items);
    }

    private List<ViewDraft> views(SamplePerson person, long customerId, Random random) {
        List<ViewDraft> views = new ArrayList<>();
        int count = 1 + random.nextInt(MOST_VIEWS);
        for (int i = 0; i < count; i++) {
            views.add(new ViewDraft(
                    null,
                    customerId,
                    person.websiteId(),
                    products.get(random.nextInt(products.size())).sku(),
                    ago(DAYS_OF_VIEWS, random).toString()));
        }
        return views;
    }

    private WishlistDraft wishlist(SamplePerson person, long customerId, Random random) {
        String added = ago(DAYS_OF_REVIEWS, random).toString();
        return new WishlistDraft(
                person.externalId() + "-wishlist",
                customerId,
                added,
                some(random).stream()
                        .map(product -> new WishlistItemDraft(product.sku(), OrderDrafts.number(BigDecimal.ONE), added))
                        .toList());
    }

    private ReviewDraft review(SamplePerson person, long customerId, Random random) {
        String written = ago(DAYS_OF_REVIEWS, random).toString();
        int which = random.nextInt(TITLES.size());
        return new ReviewDraft(
                person.externalId() + "-review",
                products.get(random.nextInt(products.size())).sku(),
                customerId,
                person.firstname(),
                TITLES.get(which),
                TEXTS.get(which),
                which == TITLES.size() - 1 ? 1 + random.nextInt(3) : 4 + random.nextInt(2),
                random.nextInt(5) == 0 ? "pending" : "approved",
                written,
                written);
    }

    /** One to three different products. */
    private List<SampleProduct> some(Random random) {
        int first = random.nextInt(products.size());
        int count = 1 + random.nextInt(MOST_ITEMS);
        List<SampleProduct> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(products.get((first + i) % products.size()));
        }
        return some;
    }

    private Instant ago(int days, Random random) {
        return today.minus(Duration.ofDays(random.nextInt(days))).minusSeconds(random.nextInt(SECONDS_OF_A_DAY));
    }
}
