package io.clientele.sample;

import io.clientele.activity.OrderDraft;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.Settings;
import io.clientele.store.StoreSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reports what the people of the sample shop did, as far as it is not there, as seen from today. */
@ApplicationScoped
class SampleHistory {

    /** One guest's order for so many people of the shop. */
    private static final int PEOPLE_FOR_A_GUEST = 8;

    private final OrderLoad orders;
    private final Settings settings;
    private final Database database;
    private final Clock clock;

    @Inject
    SampleHistory(OrderLoad orders, Settings settings, Database database, Clock clock) {
        this.orders = orders;
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Reports what is missing of what these people did.
     *
     * @return how many orders are new
     * @throws LoadFailure when something is refused
     */
    int fill(List<SamplePerson> people) {
        SampleOrders history = new SampleOrders(
                clock.instant().truncatedTo(ChronoUnit.DAYS), settings.text(StoreSettings.BASE_CURRENCY));
        Set<String> known = new HashSet<>(database.list(
                SqlFragment.of("select external_id from sales_order where external_id like ?", SamplePerson.KEYS),
                row -> row.getString(1)));
        Stream<OrderDraft> ordered = people.stream().flatMap(person -> history.of(person).stream());
        Stream<OrderDraft> guests = IntStream.rangeClosed(1, people.size() / PEOPLE_FOR_A_GUEST)
                .mapToObj(number -> history.ofGuest(number, people.get(number * PEOPLE_FOR_A_GUEST - 1)));
        List<OrderDraft> missing = Stream.concat(ordered, guests)
                .filter(order -> !known.contains(order.externalId()))
                .toList();
        try (Progress progress = new Progress("Orders", missing.size())) {
            return orders.store(
                            missing.iterator(),
                            order -> new OrderLoad.Entry(String.valueOf(order.externalId()), order, 1),
                            _ -> {},
                            progress::moved)
                    .orders();
        }
    }
}
