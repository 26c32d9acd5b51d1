package io.clientele.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The floors of segments: statements by hand. */
final class SegmentByHand {

    /** As much as the service allows itself. */
    private static final String MEMORY = "work_mem = '32MB'";

    private final Database database;

    SegmentByHand(Database database) {
        this.database = database;
    }

    /**
     * Recomputes by hand: who it should be, who comes and who goes. Says how many differ from the members there are, without those
     * who have come or gone since, as time moves some at any moment.
     *
     * @param at of the recomputation that made the members
     */
    long recompute(String select, long id, String at) throws SQLException {
        // The service's role makes no tables, not even for a while.
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local " + MEMORY);
            statement.execute("create temp table hand (id bigint) on commit drop");
            statement.execute("insert into hand " + select);
            try (ResultSet row = statement.executeQuery(
                    "select count(*) from (select h.id from hand h where not exists (select from segment_member m"
                            + " where m.segment_id = " + id + " and m.customer_id = h.id)"
                            + " union all select m.customer_id from segment_member m where m.segment_id = " + id
                            + " and not exists (select from hand h where h.id = m.customer_id) offset 0) d"
                            + " where not exists (select from segment_change c where c.segment_id = " + id
                            + " and c.customer_id = d.id and c.changed_at > '" + at + "')")) {
                row.next();
                return row.getLong(1);
            } finally {
                connection.rollback();
            }
        }
    }

    /** The same with the moments at which answers change, compared with those that are kept. */
    void recomputeWithMoments(String select, long id) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local " + MEMORY);
            statement.execute("create temp table hand (id bigint, fits boolean, due timestamptz) on commit drop");
            statement.execute("insert into hand " + select);
            String member = "segment_member m where m.segment_id = " + id;
            String due = "segment_due d where d.segment_id = " + id;
            statement
                    .executeQuery("select (select count(*) from hand h where h.fits and not exists (select from "
                            + member
                            + " and m.customer_id = h.id)), (select count(*) from " + member
                            + " and not exists (select from hand h where h.fits and h.id = m.customer_id)),"
                            + " (select count(*) from hand h where h.due is not null and not exists (select from " + due
                            + " and d.customer_id = h.id and d.due_at = h.due)), (select count(*) from " + due
                            + " and not exists (select from hand h where h.id = d.customer_id and h.due = d.due_at))")
                    .close();
            connection.rollback();
        }
    }

    /** Counts whom the statement selects. */
    long count(String select) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set " + MEMORY);
            try (ResultSet row = statement.executeQuery("select count(*) from (" + select + ") chosen")) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
