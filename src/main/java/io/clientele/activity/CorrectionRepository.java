package io.clientele.activity;

import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.Moments;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The statements about corrections that wait for their orders. */
@ApplicationScoped
class CorrectionRepository {

    private static final String READ = """
            select external_id, website_id, status, status_at, refunded, refunded_at
            from sales_order_correction where external_id = any (?)""";

    private static final Columns<EarlyCorrection> COLUMNS = new Columns<EarlyCorrection>()
            .with("external_id", "text", EarlyCorrection::externalId)
            .with("website_id", "integer", EarlyCorrection::websiteId)
            .with("status", "text", EarlyCorrection::status)
            .with("status_at", "timestamptz", EarlyCorrection::statusAt)
            .with("refunded", "numeric", EarlyCorrection::refunded)
            .with("refunded_at", "timestamptz", EarlyCorrection::refundedAt);

    private static final String WRITE = "insert into sales_order_correction (" + COLUMNS.names()
            + ", received_at) select " + COLUMNS.values() + ", ? from";
    private static final String OVER = """
            on conflict (external_id, website_id) do update set status = excluded.status, status_at = excluded.status_at,
                refunded = excluded.refunded, refunded_at = excluded.refunded_at, received_at = excluded.received_at""";

    private static final String REMOVE = """
            delete from sales_order_correction c using unnest(?, ?::integer[]) as n (external_id, website_id)
            where c.external_id = n.external_id and c.website_id = n.website_id""";

    private static final String REMOVE_OLD = """
            delete from sales_order_correction where (external_id, website_id) in
            (select external_id, website_id from sales_order_correction where received_at < ?
                order by received_at limit ? for update skip locked)""";

    private final Database database;

    @Inject
    CorrectionRepository(Database database) {
        this.database = database;
    }

    /**
     * Keeps corrections from coming between an order's not being there and its being written, until the transaction ends.
     *
     * @param alone whether corrections without an order are to be written, so that no order may be on its way
     */
    void lock(boolean alone) {
        String share = alone ? "" : "_shared";
        database.list(
                SqlFragment.of(
                        "select pg_advisory_xact_lock" + share + "(hashtextextended('sales_order_correction', 0))"),
                row -> 0);
    }

    List<EarlyCorrection> of(Collection<String> externalIds) {
        return database.list(
                SqlFragment.of(READ, (Object) externalIds.toArray(String[]::new)), CorrectionRepository::read);
    }

    /** Keeps the corrections, in the place of those that there are. */
    void write(List<EarlyCorrection> corrections, Instant now) {
        database.run(SqlFragment.of(WRITE, now).then(COLUMNS.of(corrections)).then(OVER));
    }

    void remove(List<EarlyCorrection> corrections) {
        database.run(SqlFragment.of(
                REMOVE,
                Columns.texts(corrections, EarlyCorrection::externalId),
                Columns.texts(corrections, EarlyCorrection::websiteId)));
    }

    /** Forgets some of those that came before the moment. Returns how many. */
    int removeOld(Instant before, int most) {
        return database.run(SqlFragment.of(REMOVE_OLD, before, most));
    }

    private static EarlyCorrection read(ResultSet row) throws SQLException {
        return new EarlyCorrection(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                Moments.of(row, 4),
                row.getBigDecimal(5),
                Moments.of(row, 6));
    }
}
