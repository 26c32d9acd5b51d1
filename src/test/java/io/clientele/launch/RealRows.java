package io.clientele.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.postgresql.PGConnection;

/**
 * The data sets once more, in tables of their own as the files have them: what the service says is compared with plain SQL over
 * these. {@code raw.removed} holds the external ids of orders that have not come in yet.
 */
final class RealRows implements AutoCloseable {

    private static final String TABLES = """
            create schema raw;
            create table raw.removed (external_id text primary key);
            create table raw.retail_line (invoice text, sku text, name text, qty numeric, at timestamp, price numeric,
                customer text, country text);
            create table raw.aw_line (day text, stock_day text, number text, product text, customer text, territory text,
                line int, qty numeric);
            create table raw.aw_product (key text, category int, sku text, name text, model text, description text,
                color text, size text, style text, cost numeric, price numeric);
            create table raw.aw_customer (key text, prefix text, first text, last text, born text, marital text, gender text,
                email text, income text, children text, education text, occupation text, owner text);
            create function raw.ago(days int, zone text) returns timestamptz language sql as
                'select (clock_timestamp() at time zone zone - make_interval(days => days)) at time zone zone';
            """;

    private static final String VIEWS = """
            create table raw.retail_item as
                select invoice, 'OR-' || invoice as order_id, sku, qty, at at time zone 'UTC' as at, qty * price as total,
                    'OR-' || regexp_replace(customer, '\\.0$', '') as customer, country, left(invoice, 1) as kind
                from raw.retail_line where customer is not null;
            create table raw.retail_all as
                select order_id, customer, kind, min(at) as at, sum(total) as total, sum(qty) as qty, min(country) as country
                from raw.retail_item group by order_id, customer, kind;
            create view raw.retail as
                select * from raw.retail_all where order_id not in (select external_id from raw.removed);
            create table raw.aw_item as
                select l.number, 'AW-' || l.customer as customer, p.sku, p.category, l.qty, l.qty * p.price as total,
                    to_date(l.day, 'MM/DD/YYYY')::timestamp at time zone 'America/Los_Angeles' as at,
                    'AW-' || l.number || case when l.customer = first_value(l.customer) over w then '' else '-' || l.customer end
                        as order_id
                from raw.aw_line l join raw.aw_product p on p.key = l.product
                window w as (partition by l.number order by l.n);
            create table raw.aw_all as
                select order_id, customer, min(at) as at, sum(total) as total, sum(qty) as qty
                from raw.aw_item group by order_id, customer;
            create view raw.aw as
                select * from raw.aw_all where order_id not in (select external_id from raw.removed);
            """;

    private final Connection connection;

    private RealRows(Connection connection) {
        this.connection = connection;
    }

    static RealRows load(EmbeddedServer server, Path folder) throws SQLException, IOException {
        RealRows rows = new RealRows(
                DriverManager.getConnection(server.jdbcUrl(), EmbeddedServer.OWNER, server.ownerPassword()));
        rows.run(TABLES);
        rows.copy("raw.retail_line", RealData.retail(folder));
        rows.run("alter table raw.aw_line add column n bigint generated always as identity");
        Path adventureWorks = RealData.adventureWorks(folder);
        for (String year : List.of("2017", "2018", "2019")) {
            rows.copy(
                    "raw.aw_line (day, stock_day, number, product, customer, territory, line, qty)",
                    adventureWorks.resolve("AdventureWorks_Sales_" + year + ".csv.gz"));
        }
        rows.copy("raw.aw_product", adventureWorks.resolve("AdventureWorks_Products.csv.gz"));
        rows.copy("raw.aw_customer", adventureWorks.resolve("AdventureWorks_Customers.csv.gz"));
        rows.run(VIEWS);
        return rows;
    }

    private void copy(String table, Path file) throws SQLException, IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format csv, header true, encoding 'UTF8')", in);
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of all rows. */
    List<String> ask(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> answers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
            return answers;
        }
    }

    Set<String> set(String sql, Object... arguments) throws SQLException {
        return new TreeSet<>(ask(sql, arguments));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
