package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Passwords and their failures. Each statement decides by itself, so that no race lets a guess too many through. */
@ApplicationScoped
class CredentialRepository {

    private static final String SET = """
            insert into credential (subject_type, subject_id, password_hash, changed_at) values (?, ?, ?, ?)
            on conflict (subject_type, subject_id) do update
            set password_hash = excluded.password_hash, changed_at = excluded.changed_at,
                failures = 0, first_failure_at = null, locked_since = null, locked_until = null""";
    private static final String BRING = """
            insert into credential (subject_type, subject_id, password_hash, changed_at)
            select ?, brought.id, brought.hash, ? from unnest(?::bigint[], ?::text[]) as brought (id, hash)
            on conflict (subject_type, subject_id) do update
            set password_hash = excluded.password_hash, changed_at = excluded.changed_at
            where credential.password_hash not like '$%' and credential.password_hash <> excluded.password_hash""";
    private static final String IMPROVE =
            "update credential set password_hash = ? where subject_type = ? and subject_id = ? and password_hash = ?";
    // Counts the attempt as a failure before it is made; a success takes that back. The hash is given away only when
    // the account was not locked, and a try at a locked account makes the lock last longer, up to a longest time.
    // An attempt at nobody, or at somebody without a password, is counted at one of the rows that are there for it, so
    // that it takes as long.
    private static final String ATTEMPT = """
            with now as (select cast(? as timestamptz) as at, cast(? as integer) as most, cast(? as timestamptz) as until,
                         cast(? as interval) as longest),
            before as (
                select c.subject_type, c.subject_id, c.password_hash, c.locked_until > at as locked,
                       case when c.locked_until <= at then 0 else c.failures end as failures, at, until, longest,
                       case when c.subject_id > 0 then most else 0 end as most,
                       case when c.locked_until > at then coalesce(c.locked_since, at) else at end as since
                from credential c, now where c.subject_type = ? and c.subject_id = coalesce(
                    (select k.subject_id from credential k where k.subject_type = ? and k.subject_id = ?), ?)
                for update of c)
            update credential c set
                failures = b.failures + 1,
                first_failure_at = case when b.failures = 0 then b.at else c.first_failure_at end,
                locked_since = case when b.most > 0 and b.failures + 1 >= b.most then b.since end,
                locked_until = case when b.most > 0 and b.failures + 1 >= b.most
                                    then least(b.until, b.since + b.longest) end
            from before b where c.subject_type = b.subject_type and c.subject_id = b.subject_id
            returning case when b.locked or b.subject_id < 0 then null else b.password_hash end as password_hash,
                      c.locked_until is not null as locks""";
    private static final String CLEAR = """
            update credential set failures = 0, first_failure_at = null, locked_since = null, locked_until = null
            where subject_type = ? and subject_id = ?""";
    private static final String CLEAR_ALL = """
            update credential set failures = 0, first_failure_at = null, locked_since = null, locked_until = null
            where subject_type = ? and subject_id = any (?) and (failures > 0 or locked_until is not null)""";
    private static final String REMOVE_ALL = "delete from credential where subject_type = ? and subject_id = any (?)";
    private static final String LOCKED =
            "select 1 from credential where subject_type = ? and subject_id = ? and locked_until > ?";
    private static final String REMOVE = "delete from credential where subject_type = ? and subject_id = ?";

    /** Rows of each kind of subject, with ids from -1 down, for attempts at nobody. */
    private static final int DECOYS = 64;

    private final Database database;

    CredentialRepository(Database database) {
        this.database = database;
    }

    void set(Subject subject, HashedPassword password, Instant at) {
        database.run(SqlFragment.of(SET, subject.type().number(), subject.id(), password.phc(), at));
    }

    /** Gives customers hashes, but for those who have one of this service, which begins with a dollar sign. */
    void bring(Map<Long, HashedPassword> hashes, Instant at) {
        List<Map.Entry<Long, HashedPassword>> all = List.copyOf(hashes.entrySet());
        database.run(SqlFragment.of(
                BRING,
                Caller.Type.CUSTOMER.number(),
                at,
                all.stream().mapToLong(Map.Entry::getKey).toArray(),
                all.stream().map(each -> each.getValue().phc()).toArray(String[]::new)));
    }

    /** Keeps the same password in a better form, unless it has been changed meanwhile. */
    void improve(Subject subject, HashedPassword kept, HashedPassword better) {
        database.run(SqlFragment.of(IMPROVE, better.phc(), subject.type().number(), subject.id(), kept.phc()));
    }

    /**
     * What there is to compare with.
     *
     * @param most the failure that locks; 0 for none
     * @param lock how long it locks from the failure on
     * @param longest how long it can come to lock under further tries, from its beginning on; not less than the lock
     */
    Attempt attempt(Subject subject, Instant at, int most, Duration lock, Duration longest) {
        return database.first(
                        SqlFragment.of(
                                ATTEMPT,
                                at,
                                most,
                                at.plus(lock),
                                longest.toString(),
                                subject.type().number(),
                                subject.type().number(),
                                subject.id(),
                                -1 - ThreadLocalRandom.current().nextInt(DECOYS)),
                        row -> new Attempt(
                                Optional.ofNullable(row.getString("password_hash"))
                                        .map(HashedPassword::new),
                                row.getBoolean("locks")))
                // Its password was taken away while this waited for whoever did so.
                .orElseGet(() -> new Attempt(Optional.empty(), false));
    }

    /**
     * An attempt that has been counted.
     *
     * @param hash empty when the subject has no password or is locked
     * @param locks whether the account is locked if the attempt fails
     */
    record Attempt(Optional<HashedPassword> hash, boolean locks) {}

    void clearFailures(Subject subject) {
        database.run(SqlFragment.of(CLEAR, subject.type().number(), subject.id()));
    }

    void clearFailures(Caller.Type type, long[] ids) {
        database.run(SqlFragment.of(CLEAR_ALL, type.number(), ids));
    }

    void remove(Caller.Type type, long[] ids) {
        database.run(SqlFragment.of(REMOVE_ALL, type.number(), ids));
    }

    boolean locked(Subject subject, Instant at) {
        return database.first(SqlFragment.of(LOCKED, subject.type().number(), subject.id(), at), row -> true)
                .isPresent();
    }

    void remove(Subject subject) {
        database.run(SqlFragment.of(REMOVE, subject.type().number(), subject.id()));
    }
}
