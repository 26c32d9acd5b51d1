package io.clientele.sample;

import io.clientele.activity.OrderLineDraft;
import io.clientele.customer.CustomerDraft;
import io.clientele.customer.CustomerImport;
import io.clientele.shared.Progress;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Loads the invoices and customers of the Online Retail data set into a website of its own, which is made if it is not
 * there. {@code docs/data-sets.md} says what becomes of what is odd in it.
 */
@ApplicationScoped
class OnlineRetailLoad {

    /** Before the keys, so that those of other sources can be told from them. */
    static final String SOURCE = "OR-";

    private static final String SOLD = "complete";
    private static final String TAKEN_BACK = "refund";
    private static final String ADJUSTED = "adjustment";

    private final OnlineRetailSite site;
    private final OrderLoad orders;
    private final BatchLoad customers;
    private final CustomerImport known;

    @Inject
    OnlineRetailLoad(OnlineRetailSite site, OrderLoad orders, BatchLoad customers, CustomerImport known) {
        this.site = site;
        this.orders = orders;
        this.customers = customers;
        this.known = known;
    }

    /**
     * What was stored.
     *
     * @param customers those that were not there before
     */
    record Result(OrderLoad.Result orders, int customers) {}

    /** @throws LoadFailure when the file is not the data set's, or a line of it is wrong; the orders before that are stored */
    Result load(Path path) {
        DataFile file = DataFile.at(path);
        StoreView view = site.view();
        int[] made = {0};
        try (Progress progress = new Progress("Order lines", file.lines())) {
            OrderLoad.Result stored = file.read(
                    OnlineRetailLine.COLUMNS,
                    OnlineRetailLine::read,
                    lines -> orders.store(
                            new OrderGroups<>(lines),
                            invoice -> entry(invoice, view),
                            batch -> made[0] += enter(batch, view),
                            progress::moved));
            return new Result(stored, made[0]);
        }
    }

    private static OrderLoad.Entry entry(List<OnlineRetailLine> lines, StoreView view) {
        OnlineRetailLine first = lines.getFirst();
        // Some invoices were written over more than a minute: they count from the first.
        Instant at = lines.stream()
                .map(OnlineRetailLine::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<OrderLineDraft> drafts = lines.stream()
                .map(line -> OrderDrafts.line(
                        line.stockCode(), line.description(), line.quantity(), line.unitPrice(), List.of()))
                .toList();
        Optional<String> country = CountryNames.code(first.country());
        return new OrderLoad.Entry(
                first.place(),
                OrderDrafts.of(new OrderDrafts.Sold(
                        SOURCE + first.invoice(),
                        first.customer() == null ? null : SOURCE + first.customer(),
                        view.websiteId(),
                        status(first.invoice()),
                        at,
                        OnlineRetailSite.CURRENCY,
                        OrderDrafts.in(country.orElse(null), country.isPresent() ? null : first.country()),
                        drafts)),
                lines.size());
    }

    private static String status(String invoice) {
        return switch (invoice.charAt(0)) {
            case 'C' -> TAKEN_BACK;
            case 'A' -> ADJUSTED;
            default -> SOLD;
        };
    }

    /** Makes the customers of the batch that are not there yet, as from their first order on; answers how many. */
    private int enter(List<OrderLoad.Entry> batch, StoreView view) {
        Map<String, String> firstOrders = new LinkedHashMap<>();
        batch.stream()
                .map(OrderLoad.Entry::draft)
                .filter(order -> order.customerExternalId() != null)
                .forEach(order -> firstOrders.merge(
                        String.valueOf(order.customerExternalId()),
                        String.valueOf(order.placedAt()),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other));
        Set<String> there = known.known(view.websiteId(), firstOrders.keySet());
        List<BatchLoad.Entry> missing = firstOrders.entrySet().stream()
                .filter(each -> !there.contains(each.getKey()))
                .map(each -> new BatchLoad.Entry(each.getKey(), person(each.getKey(), each.getValue(), view)))
                .toList();
        return missing.isEmpty()
                ? 0
                : customers.store(missing.iterator(), _ -> {}).created();
    }

    /** The file knows customers by numbers only: their names and addresses are made up, and no mail can reach them. */
    private static CustomerDraft person(String key, String firstOrder, StoreView view) {
        String number = key.substring(SOURCE.length());
        return new CustomerDraft(
                new CustomerDraft.Placement(view.websiteId(), view.id(), null, null, firstOrder, null, key),
                new CustomerDraft.Person(
                        "customer-" + number + "@online-retail.example.invalid",
                        "Customer",
                        number,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                CustomerDraft.Book.UNCHANGED);
    }
}
