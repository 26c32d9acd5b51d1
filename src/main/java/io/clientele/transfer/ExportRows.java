package io.clientele.transfer;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.customer.CustomerQuery;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/**
 * Customers and addresses as rows with the contract's columns, as an import takes them. Columns of passwords and of tokens are
 * there and empty: nobody is given those.
 */
@ApplicationScoped
class ExportRows {

    /** The columns of addresses in files that have the customers in them too, without the prefix that most of them have. */
    private static final List<String> BESIDE = both(
            AddressColumns.BESIDE_CUSTOMERS, List.of(AddressColumns.DEFAULT_BILLING, AddressColumns.DEFAULT_SHIPPING));

    private final AttributeCells attributeCells;
    private final Attributes attributes;
    private final Stores stores;
    private final ExportReader reader;

    @Inject
    ExportRows(AttributeCells attributeCells, Attributes attributes, Stores stores, ExportReader reader) {
        this.attributeCells = attributeCells;
        this.attributes = attributes;
        this.stores = stores;
        this.reader = reader;
    }

    List<String> header(TransferKind kind) {
        return switch (kind) {
            case CUSTOMER -> both(CustomerColumns.ALL, codes(AttributeOwner.CUSTOMER, ""));
            case CUSTOMER_ADDRESS -> both(AddressColumns.ALL, codes(AttributeOwner.CUSTOMER_ADDRESS, ""));
            case CUSTOMER_COMPOSITE ->
                both(
                        header(TransferKind.CUSTOMER),
                        BESIDE.stream().map(ExportRows::prefixed).toList(),
                        codes(AttributeOwner.CUSTOMER_ADDRESS, AddressColumns.PREFIX));
            case CUSTOMER_FINANCE, CUSTOMER_GROUP, ADVANCED_PRICING, SALES_ORDER ->
                throw TransferRefusals.unknown("entity", kind.code());
        };
    }

    private static String prefixed(String column) {
        return column.startsWith(AddressColumns.PREFIX) ? column : AddressColumns.PREFIX + column;
    }

    /**
     * The customers that match and the caller in hand sees, a cell for each column of the header, as {@link ExportParts} asks for
     * them.
     */
    LongFunction<List<ExportedCustomer>> parts(TransferKind kind, CustomerQuery query) {
        return switch (kind) {
            case CUSTOMER -> reader.customers(query, ofCustomers());
            case CUSTOMER_ADDRESS -> reader.addresses(query, ExportCells.NONE, ofAddresses(AddressColumns.ALL));
            case CUSTOMER_COMPOSITE -> reader.addresses(query, ofCustomers(), ofAddresses(BESIDE));
            case CUSTOMER_FINANCE, CUSTOMER_GROUP, ADVANCED_PRICING, SALES_ORDER ->
                throw TransferRefusals.unknown("entity", kind.code());
        };
    }

    private ExportCells ofCustomers() {
        return cells(
                CustomerColumns.ALL,
                ExportSql::customer,
                Map.of(CustomerColumns.WEBSITE, websites(), CustomerColumns.STORE, views(), "gender", genders()),
                "c.attributes",
                AttributeOwner.CUSTOMER);
    }

    private ExportCells ofAddresses(List<String> columns) {
        return cells(
                columns,
                ExportSql::address,
                Map.of(AddressColumns.WEBSITE, websites()),
                "a.attributes",
                AttributeOwner.CUSTOMER_ADDRESS);
    }

    /** @param shown what the file has for columns that are selected as ids */
    private ExportCells cells(
            List<String> columns,
            UnaryOperator<String> sql,
            Map<String, UnaryOperator<String>> shown,
            String values,
            AttributeOwner owner) {
        return new ExportCells(
                columns.stream()
                        .map(column -> new ExportCells.Cell(
                                sql.apply(column), shown.getOrDefault(column, UnaryOperator.identity())))
                        .toList(),
                values,
                new AttributeTexts(attributeCells.columns(owner)));
    }

    private UnaryOperator<String> websites() {
        return remembered(id -> stores.website(Integer.parseInt(id)).code());
    }

    private UnaryOperator<String> views() {
        return remembered(
                id -> stores.findView(Integer.parseInt(id)).map(StoreView::code).orElse(""));
    }

    private static UnaryOperator<String> remembered(Function<String, String> codes) {
        Map<String, String> known = new ConcurrentHashMap<>();
        return id -> known.computeIfAbsent(id, codes);
    }

    /** Zero is nobody's gender, and no option. */
    private UnaryOperator<String> genders() {
        Map<String, String> labels = attributes
                .find(AttributeOwner.CUSTOMER, "gender")
                .map(AttributeCells::labels)
                .orElse(Map.of());
        return value -> value.equals("0") ? "" : labels.getOrDefault(value, "");
    }

    private List<String> codes(AttributeOwner owner, String prefix) {
        return attributeCells.columns(owner).stream()
                .map(Attribute::code)
                .map(prefix::concat)
                .toList();
    }

    @SafeVarargs
    private static List<String> both(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
