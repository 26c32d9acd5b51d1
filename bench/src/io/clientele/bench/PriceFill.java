package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Fills the database with products and their prices, straight with SQL. */
final class PriceFill {

    private PriceFill() {}

    /** Does nothing where that many products are there already. */
    static void run(Database database, Path script, int skus) throws SQLException, IOException {
        long present = Long.parseLong(database.ask("select count(*) from product_fact where sku like 'BENCH-%'"));
        if (present == skus) {
            return;
        }
        if (present > 0) {
            throw new IllegalStateException("the data folder holds " + present + " products: name another one");
        }
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(Files.readString(script).replace("%N", Integer.toString(skus)));
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum (analyze) product_fact, product_price, tier_price, customer_group");
            statement.execute("checkpoint");
        }
    }
}
