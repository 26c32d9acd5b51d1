package io.clientele.customer;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Whose data is kept and not used. Who may say so is not decided here. */
@ApplicationScoped
public class Restrictions {

    private static final String SET = """
            insert into customer_restriction as r (customer_id, restricted_at, objected_at)
            select c.id, case when ? then ?::timestamptz end, case when ? then ?::timestamptz end
            from customer c where c.id = ?
            on conflict (customer_id) do update set restricted_at = coalesce(r.restricted_at, excluded.restricted_at),
                objected_at = coalesce(r.objected_at, excluded.objected_at)""";
    private static final String LIFT_LAST = """
            delete from customer_restriction where customer_id = ?
                and (restricted_at is null or ?) and (objected_at is null or not ?)""";
    private static final String LIFT = """
            update customer_restriction set restricted_at = case when not ? then restricted_at end,
                objected_at = case when ? then objected_at end
            where customer_id = ?""";

    private final Database database;
    private final Clock clock;

    @Inject
    Restrictions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the data of one of the customers is kept and not used. */
    boolean isAnyRestricted(long... customerIds) {
        return database.first(
                        SqlFragment.of(
                                "select 1 from customer_restriction where customer_id = any (?)"
                                        + " and restricted_at is not null limit 1",
                                (Object) customerIds),
                        row -> true)
                .isPresent();
    }

    /** Those of the customers whose data is kept and not used. */
    public Set<Long> keptOnly(Collection<Long> customerIds) {
        return among(customerIds, "and restricted_at is not null");
    }

    /** Those of the customers whose data is not used for marketing: they object to that, or it is not used at all. */
    public Set<Long> withoutMarketing(Collection<Long> customerIds) {
        return among(customerIds, "");
    }

    /** Whether the customer objects to profiles and marketing. */
    public boolean isObjecting(long customerId) {
        return !among(List.of(customerId), "and objected_at is not null").isEmpty();
    }

    private Set<Long> among(Collection<Long> customerIds, String condition) {
        return Set.copyOf(database.list(
                SqlFragment.of(
                        "select customer_id from customer_restriction where customer_id = any (?) " + condition,
                        (Object) customerIds.stream().mapToLong(Long::longValue).toArray()),
                row -> row.getLong(1)));
    }

    /**
     * Begins it; nothing changes where it has begun.
     *
     * @param all whether the data is kept and nothing else; otherwise it is not used for marketing and profiles
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(long customerId, boolean all) {
        Instant now = clock.instant();
        database.run(SqlFragment.of(SET, all, now, !all, now, customerId));
    }

    /** Ends it; what was begun otherwise goes on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(long customerId, boolean all) {
        if (database.run(SqlFragment.of(LIFT_LAST, customerId, all, all)) == 0) {
            database.run(SqlFragment.of(LIFT, all, all, customerId));
        }
    }
}
