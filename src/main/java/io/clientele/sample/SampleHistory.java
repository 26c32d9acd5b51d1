package io.clientele.sample;

import io.clientele.activity.ActivityService;
import io.clientele.activity.OrderDraft;
import io.clientele.sample.SampleShopping.Facts;
import io.clientele.shared.Progress;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.Settings;
import io.clientele.store.StoreSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reports what the people of the sample shop did, as far as it is not there, as seen from today. */
@ApplicationScoped
class SampleHistory {

    /** One guest's order for so many people of the shop. */
    private static final int PEOPLE_FOR_A_GUEST = 8;

    private final OrderLoad orders;
    private final ActivityService activity;
    private final Settings settings;
    private final Database database;
    private final Clock clock;

    @Inject
    SampleHistory(OrderLoad orders, ActivityService activity, Settings settings, Database database, Clock clock) {
        this.orders = orders;
        this.activity = activity;
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Reports what is missing of what these people did.
     *
     * @throws LoadFailure when something is refused
     */
    void fill(List<SamplePerson> people) {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        order(people, new SampleOrders(today, settings.text(StoreSettings.BASE_CURRENCY)));
        shop(people, new SampleShopping(today));
    }

    private void order(List<SamplePerson> people, SampleOrders history) {
        Set<String> known = new HashSet<>(database.list(
                SqlFragment.of("select external_id from sales_order where external_id like ?", SamplePerson.KEYS),
                row -> row.getString(1)));
        Stream<OrderDraft> own = people.stream().flatMap(person -> history.of(person).stream());
        Stream<OrderDraft> guests = IntStream.rangeClosed(1, people.size() / PEOPLE_FOR_A_GUEST)
                .mapToObj(number -> history.ofGuest(number, people.get(number * PEOPLE_FOR_A_GUEST - 1)));
        List<OrderDraft> missing = Stream.concat(own, guests)
                .filter(order -> !known.contains(String.valueOf(order.externalId())))
                .toList();
        try (Progress progress = new Progress("Orders", missing.size())) {
            var _ = orders.store(
                    missing.iterator(),
                    order -> new OrderLoad.Entry(String.valueOf(order.externalId()), order, 1),
                    _ -> {},
                    progress::moved);
        }
    }

    /** What of a person was reported, and whose account it is. */
    private record Known(long customerId, boolean cart, boolean wishlist, boolean review, boolean views) {}

    /** Of people whose account is still there, each kind of which nothing was reported. */
    private void shop(List<SamplePerson> people, SampleShopping shopping) {
        Map<String, Known> known = known();
        List<Facts> missing = people.stream()
                .filter(person -> known.containsKey(person.externalId()))
                .map(person -> missing(shopping, person, Objects.requireNonNull(known.get(person.externalId()))))
                .toList();
        FactReports.report(
                missing.stream().flatMap(each -> each.carts().stream()).toList(),
                cart -> String.valueOf(cart.externalId()),
                activity::reportCarts);
        FactReports.report(
                missing.stream().flatMap(each -> each.wishlists().stream()).toList(),
                list -> String.valueOf(list.externalId()),
                activity::reportWishlists);
        FactReports.report(
                missing.stream().flatMap(each -> each.reviews().stream()).toList(),
                review -> String.valueOf(review.externalId()),
                activity::reportReviews);
        FactReports.report(
                missing.stream().flatMap(each -> each.views().stream()).toList(),
                view -> "a view of customer " + view.customerId(),
                activity::reportViews);
    }

    private static Facts missing(SampleShopping shopping, SamplePerson person, Known known) {
        Facts all = shopping.of(person, known.customerId());
        return new Facts(
                known.cart() ? List.of() : all.carts(),
                known.views() ? List.of() : all.views(),
                known.wishlist() ? List.of() : all.wishlists(),
                known.review() ? List.of() : all.reviews());
    }

    private Map<String, Known> known() {
        Map<String, Known> known = new HashMap<>();
        database.list(
                SqlFragment.of(
                        "select c.external_id, c.id, exists (select 1 from cart t where t.customer_id = c.id),"
                                + " exists (select 1 from wishlist w where w.customer_id = c.id),"
                                + " exists (select 1 from product_review r where r.customer_id = c.id),"
                                + " exists (select 1 from product_view v where v.customer_id = c.id)"
                                + " from customer c where c.external_id like ?",
                        SamplePerson.KEYS),
                row -> known.put(
                        row.getString(1),
                        new Known(
                                row.getLong(2),
                                row.getBoolean(3),
                                row.getBoolean(4),
                                row.getBoolean(5),
                                row.getBoolean(6))));
        return known;
    }
}
