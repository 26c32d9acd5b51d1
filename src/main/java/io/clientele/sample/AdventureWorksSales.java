package io.clientele.sample;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.clientele.activity.OrderLineDraft;
import io.clientele.sample.AdventureWorksProducts.Product;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Progress;
import io.clientele.store.Settings;
import io.clientele.store.StoreSettings;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads the products and orders of the AdventureWorks data set into the default website. What was sold cost what the
 * products' file says, in the website's base currency; an order was placed when its day began in the website's time zone.
 */
@ApplicationScoped
class AdventureWorksSales {

    private static final String PREFIX = "AdventureWorks_Sales_";
    private static final String STATUS = "complete";
    private static final List<String> COLUMNS =
            List.of("OrderDate", "OrderNumber", "ProductKey", "CustomerKey", "OrderQuantity");

    private final OrderLoad orders;
    private final KnownProducts products;
    private final Settings settings;
    private final CurrentCaller caller;

    @Inject
    AdventureWorksSales(OrderLoad orders, KnownProducts products, Settings settings, CurrentCaller caller) {
        this.orders = orders;
        this.products = products;
        this.settings = settings;
        this.caller = caller;
    }

    /** A line as it stands in the file. */
    private record Line(String place, String number, LocalDate date, String product, String customer, BigDecimal qty)
            implements OrderGroups.OfOrder {

        /** Some numbers were given to two customers, each of whom has an order. */
        @Override
        public String order() {
            return number + " of customer " + customer;
        }

        @Override
        public String day() {
            return date.toString();
        }
    }

    /**
     * Loads what there is; nothing where the folder has no sales.
     *
     * @throws LoadFailure when a file is not of the data set, or a line of it is wrong; the orders before that are stored
     */
    OrderLoad.Result load(Path folder) {
        List<DataFile> files = DataFile.all(folder, PREFIX);
        OrderLoad.Result result = new OrderLoad.Result(0, 0, 0);
        if (files.isEmpty()) {
            return result;
        }
        caller.set(Caller.OPERATOR);
        Map<String, Product> sold = AdventureWorksProducts.read(folder);
        products.add(sold.values().stream()
                .map(product -> product.draft(Website.DEFAULT))
                .toList());
        Set<String> numbers = new HashSet<>();
        long lines = files.stream().mapToLong(DataFile::lines).sum();
        try (Progress progress = new Progress("Order lines", lines)) {
            for (DataFile file : files) {
                result = result.plus(file.read(
                        COLUMNS,
                        AdventureWorksSales::line,
                        all -> orders.store(
                                new OrderGroups<>(all),
                                order -> entry(order, numbers, sold),
                                _ -> {},
                                progress::moved)));
            }
        }
        return result;
    }

    /** @param numbers those that were given so far */
    private OrderLoad.Entry entry(List<Line> lines, Set<String> numbers, Map<String, Product> sold) {
        Line first = lines.getFirst();
        String number = numbers.add(first.number()) ? first.number() : first.number() + "-" + first.customer();
        ZoneId zone = ZoneId.of(settings.text(StoreSettings.TIMEZONE, Website.DEFAULT));
        List<OrderLineDraft> drafts = lines.stream()
                .map(line -> draft(line, sold.get(line.product())))
                .toList();
        return new OrderLoad.Entry(
                first.place(),
                OrderDrafts.of(new OrderDrafts.Sold(
                        AdventureWorksPerson.SOURCE + number,
                        AdventureWorksPerson.SOURCE + first.customer(),
                        Website.DEFAULT,
                        STATUS,
                        first.date().atStartOfDay(zone).toInstant(),
                        settings.text(StoreSettings.BASE_CURRENCY, Website.DEFAULT),
                        null,
                        drafts)),
                lines.size());
    }

    private static OrderLineDraft draft(Line line, @Nullable Product product) {
        if (product == null) {
            throw new LoadFailure(line.place() + ": there is no product " + line.product());
        }
        return OrderDrafts.line(
                product.sku(), product.name(), line.qty(), product.price(), List.of(product.category()));
    }

    private static Line line(NamedCsvRecord line, String place) {
        return new Line(
                place,
                Fields.required(line, "OrderNumber", place),
                date(Fields.required(line, "OrderDate", place), place),
                Fields.required(line, "ProductKey", place),
                Fields.required(line, "CustomerKey", place),
                Fields.number(line, "OrderQuantity", place));
    }

    private static LocalDate date(String text, String place) {
        try {
            return LocalDate.parse(text, AdventureWorksPerson.DATE);
        } catch (DateTimeException e) {
            throw new LoadFailure(place + ": OrderDate is not a date like 12/31/1999: " + text);
        }
    }
}
