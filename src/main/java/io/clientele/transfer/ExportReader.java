package io.clientele.transfer;

import io.clientele.customer.CustomerQuery;
import io.clientele.customer.CustomerService;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Reads the rows of a file: one statement for a part of customers, and one for their addresses. */
@ApplicationScoped
class ExportReader {

    private final Database database;
    private final CustomerService customers;

    @Inject
    ExportReader(Database database, CustomerService customers) {
        this.database = database;
        this.customers = customers;
    }

    /** A row for each customer. */
    LongFunction<List<ExportedCustomer>> customers(CustomerQuery query, ExportCells own) {
        return parts(query, own, own.width());
    }

    /**
     * A row for each address, and one for each customer without any, if customers have cells of their own.
     *
     * @param own the customer's cells, which come first
     */
    LongFunction<List<ExportedCustomer>> addresses(CustomerQuery query, ExportCells own, ExportCells address) {
        LongFunction<List<ExportedCustomer>> parts = parts(query, own, own.width() + address.width());
        String select = "select a.customer_id, " + address.select()
                + " from customer_address a join customer c on c.id = a.customer_id"
                + " where a.customer_id = any (?) order by a.customer_id, a.id";
        return after -> {
            List<ExportedCustomer> part = parts.apply(after);
            Map<Long, List<String[]>> books = books(select, part, own.width(), address);
            return part.stream()
                    .map(customer -> customer.with(books.get(customer.id()), own.width()))
                    .toList();
        };
    }

    private LongFunction<List<ExportedCustomer>> parts(CustomerQuery query, ExportCells own, int width) {
        LongFunction<SqlFragment> parts = customers.parts(query, "c.id, " + own.select(), ExportParts.MOST);
        return after -> database.listPlanned(
                parts.apply(after),
                row -> new ExportedCustomer(row.getLong(1), List.<String[]>of(own.read(row, 2, 0, width))));
    }

    private Map<Long, List<String[]>> books(
            String select, List<ExportedCustomer> part, int before, ExportCells address) {
        Map<Long, List<String[]>> books = new HashMap<>();
        long[] ids = part.stream().mapToLong(ExportedCustomer::id).toArray();
        int width = before + address.width();
        database.list(
                SqlFragment.of(select, (Object) ids),
                row -> books.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                        .add(address.read(row, 2, before, width)));
        return books;
    }
}
