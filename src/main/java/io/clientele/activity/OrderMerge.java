package io.clientele.activity;

import io.clientele.activity.OrderReport.Correction;
import io.clientele.activity.OrderReport.Statement;
import io.clientele.activity.Outcome.Effect;
import io.clientele.shared.Refusals;
import io.clientele.store.Website;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts reports of orders together with what is known of these orders, in memory. */
final class OrderMerge {

    private final Map<String, OrderState> orders = new TreeMap<>();
    private final Map<Key, EarlyCorrection> waiting = new LinkedHashMap<>();
    private final List<EarlyCorrection> arrived = new ArrayList<>();
    private final Map<Key, EarlyCorrection> early = new LinkedHashMap<>();
    private final FoundPeople people;
    private final FactWebsites websites;
    private final Instant now;

    /** What waiting corrections are known by. */
    private record Key(String externalId, int websiteId) {

        static Key of(EarlyCorrection correction) {
            return new Key(correction.externalId(), correction.websiteId());
        }
    }

    /**
     * @param stored the orders that are there, locked
     * @param kept corrections that wait for orders
     */
    OrderMerge(
            List<StoredOrder> stored,
            List<EarlyCorrection> kept,
            FoundPeople people,
            FactWebsites websites,
            Instant now) {
        stored.forEach(each -> orders.put(each.externalId(), new OrderState(each)));
        kept.forEach(each -> waiting.put(Key.of(each), each));
        this.people = people;
        this.websites = websites;
        this.now = now;
    }

    /** @throws io.clientele.shared.Refusal when the report does not fit what is known */
    Effect take(OrderReport report) {
        return switch (report) {
            case Statement statement -> state(statement);
            case Correction correction -> correct(correction);
        };
    }

    private Effect state(Statement report) {
        Long customer = people.customer(report.person());
        OrderState order = orders.get(report.externalId());
        if (order == null) {
            orders.put(report.externalId(), begin(report, customer));
            return Effect.CREATED;
        }
        // More likely two websites count alike than an order moves, and it would be lost to the first one.
        if (order.websiteId != report.websiteId()) {
            throw Refusals.invalidValue("website_id", report.websiteId());
        }
        return order.state(report, customer, momentOf(report)) ? Effect.UPDATED : Effect.IGNORED;
    }

    private OrderState begin(Statement report, @Nullable Long customer) {
        OrderState order = new OrderState(report, customer, momentOf(report));
        List<EarlyCorrection> own = waiting.values().stream()
                .filter(each -> each.externalId().equals(report.externalId()) && each.isOf(report.websiteId()))
                .toList();
        own.stream().reduce(EarlyCorrection::and).ifPresent(all -> order.correct(all, report.updatedAt() != null));
        own.forEach(each -> {
            waiting.remove(Key.of(each));
            early.remove(Key.of(each));
            arrived.add(each);
        });
        return order;
    }

    /** An order without a moment of its own is not older than its being placed. */
    private Instant momentOf(Statement report) {
        if (report.updatedAt() != null) {
            return report.updatedAt();
        }
        return report.placedAt().isAfter(now) ? report.placedAt() : now;
    }

    private Effect correct(Correction report) {
        Instant moment = report.updatedAt() == null ? now : report.updatedAt();
        OrderState order = orders.get(report.externalId());
        if (order == null) {
            return keep(EarlyCorrection.of(report, moment));
        }
        if (!websites.sees(order.websiteId)) {
            throw Refusals.noSuchEntity("external_id", report.externalId());
        }
        if (report.websiteId() != Website.ADMIN && report.websiteId() != order.websiteId) {
            throw Refusals.invalidValue("website_id", report.websiteId());
        }
        return order.correct(report, moment) ? Effect.UPDATED : Effect.IGNORED;
    }

    /** Who is limited to websites must say which one the order will be of. */
    private Effect keep(EarlyCorrection correction) {
        if (correction.websiteId() == Website.ADMIN && !websites.seesAll()) {
            throw Refusals.required("website_id");
        }
        EarlyCorrection kept = waiting.merge(Key.of(correction), correction, EarlyCorrection::and);
        early.put(Key.of(kept), kept);
        return Effect.WAITING;
    }

    /** Orders that are new, by their ids. */
    List<OrderState> created() {
        return orders.values().stream().filter(each -> each.id == null).toList();
    }

    /** Orders of which all was said anew. */
    List<OrderState> restated() {
        return orders.values().stream()
                .filter(each -> each.id != null && each.statement != null)
                .toList();
    }

    /** Orders of which only was said what has become of them. */
    List<OrderState> corrected() {
        return orders.values().stream()
                .filter(each -> each.id != null && each.statement == null && each.isChanged())
                .toList();
    }

    /** Corrections that are to be kept. */
    List<EarlyCorrection> early() {
        return List.copyOf(early.values());
    }

    /** Corrections whose orders have come. */
    List<EarlyCorrection> arrived() {
        return arrived;
    }
}
