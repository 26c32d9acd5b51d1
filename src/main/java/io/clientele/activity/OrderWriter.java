package io.clientele.activity;

import io.clientele.activity.OrderReport.Statement;
import io.clientele.activity.Reports.Numbered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes reports of orders. Locks are taken in one order everywhere: corrections, websites, customers, and then the orders
 * by their ids.
 */
@ApplicationScoped
class OrderWriter implements FactWriter<OrderDraft> {

    private final OrderChecks checks;
    private final OrderRepository orders;
    private final CorrectionRepository corrections;
    private final People people;
    private final FactWebsites websites;
    private final Clock clock;

    @Inject
    OrderWriter(
            OrderChecks checks,
            OrderRepository orders,
            CorrectionRepository corrections,
            People people,
            FactWebsites websites,
            Clock clock) {
        this.checks = checks;
        this.orders = orders;
        this.corrections = corrections;
        this.people = people;
        this.websites = websites;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public Class<OrderDraft> draft() {
        return OrderDraft.class;
    }

    @Override
    public Outcome write(List<Numbered<OrderDraft>> drafts) {
        Instant now = clock.instant();
        Outcome outcome = new Outcome();
        Reports<OrderReport> reports = Reports.of(drafts, checks::report, outcome);
        if (reports.list().isEmpty()) {
            return outcome;
        }
        corrections.lock(anyEarly(reports.list()));
        List<Statement> statements = reports.list().stream()
                .filter(Statement.class::isInstance)
                .map(Statement.class::cast)
                .toList();
        websites.hold(statements.stream().map(Statement::websiteId).distinct().toList());
        FoundPeople found =
                people.find(statements.stream().map(Statement::person).toList());
        OrderMerge merge = new OrderMerge(
                orders.lock(reports.keys(OrderReport::externalId)),
                corrections.of(reports.keys(OrderReport::externalId)),
                found,
                websites,
                now);
        reports.each(merge::take);
        write(merge, now);
        return outcome;
    }

    /** Whether something is said of an order that there is not. Orders never go away by themselves. */
    private boolean anyEarly(List<OrderReport> reports) {
        Set<String> corrected = new HashSet<>();
        reports.stream()
                .filter(OrderReport.Correction.class::isInstance)
                .forEach(each -> corrected.add(each.externalId()));
        return !corrected.isEmpty() && orders.known(corrected).size() < corrected.size();
    }

    private void write(OrderMerge merge, Instant now) {
        ifAny(merge.created(), all -> orders.insert(all, now));
        ifAny(merge.restated(), all -> orders.restate(all, now));
        ifAny(merge.corrected(), all -> orders.correct(all, now));
        ifAny(merge.early(), all -> corrections.write(all, now));
        ifAny(merge.arrived(), corrections::remove);
    }

    private static <T> void ifAny(List<T> all, Consumer<List<T>> write) {
        if (!all.isEmpty()) {
            write.accept(all);
        }
    }
}
