package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Fills the database with what customers have done, straight with SQL. */
final class SegmentFill {

    private SegmentFill() {}

    /** Does nothing where there are orders already. */
    static void run(Database database, Path script) throws SQLException, IOException {
        if (database.ask("select exists (select from sales_order)").equals("t")) {
            return;
        }
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(Files.readString(script));
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum (analyze) sales_order, sales_order_line, cart, cart_item, product_view, wishlist,"
                    + " wishlist_item, balance, product_fact, customer, customer_address, newsletter_subscriber");
            statement.execute("checkpoint");
        }
    }
}
