package io.clientele.transfer;

import io.clientele.activity.ActivityService;
import io.clientele.activity.OrderDraft;
import io.clientele.shared.load.LoadResult;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes over orders of another shop as facts, each for the account that it was placed with. */
@ApplicationScoped
class OrderRowImport implements RowImport {

    private static final String ORDERS = "orders";
    private static final String LINES = "order_lines";

    private final ActivityService activity;
    private final OrderOwners owners;
    private final StoredFactRepository stored;
    private final DigestRepository digests;
    private final Stores stores;

    @Inject
    OrderRowImport(
            ActivityService activity,
            OrderOwners owners,
            StoredFactRepository stored,
            DigestRepository digests,
            Stores stores) {
        this.activity = activity;
        this.owners = owners;
        this.stored = stored;
        this.digests = digests;
        this.stores = stores;
    }

    @Override
    public boolean takes(TransferKind kind) {
        return kind == TransferKind.SALES_ORDER;
    }

    @Override
    public void take(ImportDraft how, List<RowGroup> rows, ImportPart part, boolean write) {
        List<PlacedOrder> placed = new ArrayList<>();
        for (RowGroup group : rows) {
            if (isUnreadable(group, part)) {
                continue;
            }
            try {
                placed.add(placed(how, group, part.announced()));
            } catch (BadCell bad) {
                part.refuseAll(group, bad);
            }
        }
        if (write) {
            store(placed, part);
        } else {
            List<OrderDraft> drafts = placed.stream()
                    .map(order -> OrderCells.draft(order.rows(), order.websiteId(), OrderOwners.guest(order)))
                    .toList();
            var _ = refused(placed, activity.checkOrders(drafts), part);
        }
    }

    private void store(List<PlacedOrder> placed, ImportPart part) {
        List<String> numbers = placed.stream().map(PlacedOrder::number).toList();
        Map<String, String> before = digests.ofOrders(numbers);
        LoadResult result = activity.enterOrders(owners.drafts(placed));
        Set<Long> refused = refused(placed, result, part);
        Map<String, String> after = digests.ofOrders(numbers);
        long unchanged = 0;
        for (int i = 0; i < numbers.size(); i++) {
            String was = before.get(numbers.get(i));
            unchanged += was != null && was.equals(after.get(numbers.get(i))) && !refused.contains(i + 1L) ? 1 : 0;
        }
        part.count(result.created(), result.updated() + result.ignored(), unchanged);
    }

    /** Returns the numbers of the orders that were refused, from 1 on. */
    private static Set<Long> refused(List<PlacedOrder> placed, LoadResult result, ImportPart part) {
        Set<Long> told = new HashSet<>();
        for (LoadResult.LineFailure failure : result.failures()) {
            if (told.add(failure.line())) {
                refuse(placed.get((int) failure.line() - 1).rows(), failure, part);
            }
        }
        return told;
    }

    /** Whether a row cannot be read; then all of the order is refused. */
    private static boolean isUnreadable(RowGroup group, ImportPart part) {
        FileRow bad = group.rows().stream()
                .filter(row -> row.fault() != null)
                .findFirst()
                .orElse(null);
        if (bad == null) {
            return false;
        }
        for (FileRow row : group.rows()) {
            BadCell fault = row.fault();
            part.refuse(row, fault == null ? new BadCell(null, TransferRefusals.orderRefused(bad.line())) : fault);
        }
        return true;
    }

    private PlacedOrder placed(ImportDraft how, RowGroup group, Announced announced) {
        FileRow first = group.first();
        String number = first.text(OrderColumns.NUMBER);
        if (number.isEmpty()) {
            throw new BadCell(OrderColumns.NUMBER, TransferRefusals.required(OrderColumns.NUMBER));
        }
        if (!announced.order(number)) {
            throw new BadCell(OrderColumns.NUMBER, TransferRefusals.comesAgain(number));
        }
        return new PlacedOrder(group, websiteId(how, first));
    }

    /** By the website's code, or else by the store view's code or id. */
    private int websiteId(ImportDraft how, FileRow row) {
        String website = row.text(OrderColumns.WEBSITE);
        if (!website.isEmpty()) {
            return stores.websiteByCode(how.translation().website(website))
                    .map(Website::id)
                    .orElseThrow(() -> invalid(OrderColumns.WEBSITE, website));
        }
        String column = row.text(OrderColumns.STORE).isEmpty() ? OrderColumns.STORE_ID : OrderColumns.STORE;
        String store = row.text(column);
        if (store.isEmpty()) {
            throw new BadCell(OrderColumns.WEBSITE, TransferRefusals.required(OrderColumns.WEBSITE));
        }
        return stores.viewByCode(how.translation().store(store))
                .map(StoreView::websiteId)
                .orElseThrow(() -> invalid(column, store));
    }

    private static BadCell invalid(String column, String value) {
        return new BadCell(column, TransferRefusals.invalid(column, value));
    }

    /** The row of the file that a line of the order stands in is the bad one; the others belong to it. */
    private static void refuse(RowGroup rows, LoadResult.LineFailure failure, ImportPart part) {
        String field = failure.refusal().parameters() instanceof Map<?, ?> named
                        && named.get("fieldName") instanceof String name
                ? name
                : null;
        BadCell bad = new BadCell(field == null ? null : OrderColumns.column(field), failure.refusal());
        List<FileRow> lines = OrderCells.lineRows(rows);
        FileRow wrong = OrderColumns.line(field)
                .filter(line -> line < lines.size())
                .map(lines::get)
                .orElse(rows.first());
        part.refuse(wrong, bad);
        rows.rows().stream()
                .filter(row -> row.line() != wrong.line())
                .forEach(row -> part.refuse(row, new BadCell(null, TransferRefusals.orderRefused(wrong.line()))));
    }

    @Override
    public void count(ImportDraft how, List<RowGroup> rows, Tally tally) {
        Map<String, StoredFactRepository.StoredOrder> here = stored.orders(rows.stream()
                .map(group -> group.first().text(OrderColumns.NUMBER))
                .toList());
        for (RowGroup group : rows) {
            FileRow first = group.first();
            String currency = first.text(OrderColumns.CURRENCY).toUpperCase(Locale.ROOT);
            BigDecimal total = FileNumbers.read(first.text(OrderColumns.TOTAL)).orElse(BigDecimal.ZERO);
            tally.named(ORDERS, website(how, first), currency, 1, total);
            tally.named(LINES, website(how, first), "", OrderCells.lines(group).size(), null);
            Optional.ofNullable(here.get(first.text(OrderColumns.NUMBER))).ifPresent(order -> {
                String website = stores.website(order.websiteId()).code();
                tally.found(ORDERS, website, order.currency(), 1, order.total());
                tally.found(LINES, website, "", order.lines(), null);
            });
        }
    }

    private String website(ImportDraft how, FileRow row) {
        try {
            return stores.website(websiteId(how, row)).code();
        } catch (BadCell unknown) {
            return row.text(OrderColumns.WEBSITE);
        }
    }
}
