package io.clientele.customer;

import io.clientele.address.Address;
import io.clientele.address.AddressRow;
import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements that change many accounts at a time. */
@ApplicationScoped
class CustomerBatchRepository {

    /** In the order of their ids, so that nobody waits for somebody who waits for them. */
    private static final String HOLD = """
            select c.id, c.website_id, c.store_id, c.group_id, c.email, c.firstname || ' ' || c.lastname, c.confirmation,
                c.is_active, c.attributes
            from customer c where c.id = any (?) order by c.id for update""";

    private final Database database;
    private final CustomerRows rows;

    @Inject
    CustomerBatchRepository(Database database, CustomerRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Those of the customers that there are, each with its addresses: one statement. */
    List<Customer> customers(long[] ids) {
        SqlFragment all = SqlFragment.of(
                "select " + rows.columns() + ", " + AddressRow.COLUMNS + " from customer c"
                        + " left join customer_address a on a.customer_id = c.id where c.id = any (?) order by c.id, a.id",
                (Object) ids);
        Map<Long, Customer> found = new LinkedHashMap<>();
        Map<Long, List<Address>> books = new HashMap<>();
        database.list(all, row -> {
            Customer customer = rows.read(row);
            found.putIfAbsent(customer.id(), customer);
            List<Address> book = books.computeIfAbsent(customer.id(), id -> new ArrayList<>());
            return rows.hasAddress(row) && book.add(rows.address(row));
        });
        return found.values().stream()
                .map(customer -> customer.with(books.getOrDefault(customer.id(), List.of())))
                .toList();
    }

    List<HeldCustomer> hold(long[] ids) {
        return database.list(
                SqlFragment.of(HOLD, (Object) ids),
                row -> new HeldCustomer(
                        row.getLong(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getString(9)));
    }

    void setGroups(Map<Long, Integer> groups, Instant now) {
        Columns<Map.Entry<Long, Integer>> columns = new Columns<Map.Entry<Long, Integer>>()
                .with("id", "bigint", Map.Entry::getKey)
                .with("group_id", "integer", Map.Entry::getValue);
        database.run(SqlFragment.of("update customer c set group_id = n.group_id::integer, updated_at = ? from", now)
                .then(columns.of(List.copyOf(groups.entrySet())))
                .then("where c.id = n.id::bigint"));
    }

    void setActive(long[] ids, boolean active, Instant now) {
        database.run(SqlFragment.of(
                "update customer set is_active = ?, updated_at = ? where id = any (?)", active, now, ids));
    }

    void setAttributes(Map<Long, String> columnsById, Instant now) {
        Columns<Map.Entry<Long, String>> columns = new Columns<Map.Entry<Long, String>>()
                .with("id", "bigint", Map.Entry::getKey)
                .with("attributes", "jsonb", Map.Entry::getValue);
        database.run(SqlFragment.of("update customer c set attributes = n.attributes::jsonb, updated_at = ? from", now)
                .then(columns.of(List.copyOf(columnsById.entrySet())))
                .then("where c.id = n.id::bigint"));
    }

    void delete(long[] ids) {
        database.run(SqlFragment.of("delete from customer where id = any (?)", (Object) ids));
    }
}
