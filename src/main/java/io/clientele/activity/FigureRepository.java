package io.clientele.activity;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** The statements about {@code customer_figure}; what concerns orders there is written by the database itself. */
@ApplicationScoped
class FigureRepository {

    private static final String SIGNED_IN = """
            update customer_figure set last_sign_in_at = ?
            where customer_id = ? and (last_sign_in_at is null or last_sign_in_at < ?)""";

    private final Database database;

    @Inject
    FigureRepository(Database database) {
        this.database = database;
    }

    void signedIn(long customerId, Instant now) {
        database.run(SqlFragment.of(SIGNED_IN, now, customerId, now));
    }
}
