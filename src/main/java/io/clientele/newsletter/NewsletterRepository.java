package io.clientele.newsletter;

import io.clientele.shared.Fold;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of {@code newsletter_subscriber}, for changing them: each is locked as it is read. */
@ApplicationScoped
class NewsletterRepository {

    /** Whether {@code customer c} is subscribed, on whichever website. */
    static final String IS_SUBSCRIBED =
            "exists (select 1 from newsletter_subscriber n where n.customer_id = c.id and n.status = 1)";

    /**
     * The same to be shown for some customers. PostgreSQL would answer {@code exists} from all subscribers at once, however few
     * customers a page has; a subquery with a limit is looked up for each.
     */
    static final String SHOWN_IS_SUBSCRIBED = "(select n.id from newsletter_subscriber n"
            + " where n.customer_id = c.id and n.status = 1 limit 1) is not null";

    private static final String READ = """
            select n.id, n.website_id, n.store_id, n.customer_id, coalesce(c.firstname || ' ' || c.lastname, ''),
                n.email, n.status, n.unsubscribe_tokens[1], n.confirmation_mailed_at
            from newsletter_subscriber n left join customer c on c.id = n.customer_id""";
    private static final String LOCKED = "order by n.id for update of n";
    private static final String MAKE = """
            insert into newsletter_subscriber
            (website_id, store_id, customer_id, email, email_key, status, unsubscribe_tokens, created_at, changed_at)
            values (?, ?, ?, ?, ?, ?, array[?::text], ?, ?)""";

    private final Database database;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    @Inject
    NewsletterRepository(Database database, TransactionSynchronizationRegistry transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The customers who have got subscriptions in a transaction. */
    private record Begun(Set<Long> customerIds) {}

    /** Whether the address is subscribed on the website, as a guest's or a customer's. */
    boolean isSubscribed(int websiteId, String email) {
        return database.first(
                        SqlFragment.of(
                                "select 1 from newsletter_subscriber"
                                        + " where website_id = ? and email_key = ? and status = ? limit 1",
                                websiteId,
                                Fold.key(email),
                                SubscriptionStatus.SUBSCRIBED.number()),
                        row -> true)
                .isPresent();
    }

    /** The guest's subscription of the address; made, and not subscribed yet, where there is none. */
    Subscription ofGuest(int websiteId, int storeId, String email, String token) {
        make(
                websiteId,
                storeId,
                null,
                email,
                token,
                "on conflict (website_id, email_key) where customer_id is null do nothing");
        return one("where n.website_id = ? and n.email_key = ? and n.customer_id is null", websiteId, Fold.key(email))
                .orElseThrow();
    }

    /** The customer's subscription on the website; made, and not subscribed yet, where there is none. */
    Subscription ofCustomer(int websiteId, int storeId, long customerId, String email, String token) {
        make(websiteId, storeId, customerId, email, token, "on conflict (customer_id, website_id) do nothing");
        Begun begun = transactions.getResource(this) instanceof Begun known ? known : new Begun(new HashSet<>());
        begun.customerIds().add(customerId);
        transactions.putResource(this, begun);
        return one("where n.customer_id = ? and n.website_id = ?", customerId, websiteId)
                .orElseThrow();
    }

    private void make(
            int websiteId, int storeId, @Nullable Long customerId, String email, String token, String otherwise) {
        Instant now = clock.instant();
        database.run(SqlFragment.of(
                        MAKE,
                        websiteId,
                        storeId,
                        customerId,
                        email,
                        Fold.key(email),
                        SubscriptionStatus.UNSUBSCRIBED.number(),
                        token,
                        now,
                        now)
                .then(otherwise));
    }

    /** The subscriptions of an account that was made in the transaction in hand: no statement when it has none. */
    List<Subscription> allOfNew(long customerId) {
        return transactions.getResource(this) instanceof Begun begun
                        && begun.customerIds().contains(customerId)
                ? all(customerId)
                : List.of();
    }

    /** The customer's subscriptions on all websites. */
    List<Subscription> all(long customerId) {
        return list(SqlFragment.of("where n.customer_id = ?", customerId));
    }

    /** The same of many customers. */
    List<Subscription> ofCustomers(long[] customerIds) {
        return list(SqlFragment.of("where n.customer_id = any (?)", (Object) customerIds));
    }

    /** The guests' subscriptions of the address on the websites. */
    List<Subscription> ofGuests(Set<Integer> websiteIds, String email) {
        return list(SqlFragment.of("where n.email_key = ? and n.customer_id is null", Fold.key(email))
                .then("and n.website_id = any(?::int[])", (Object) texts(websiteIds)));
    }

    /** Those of the subscriptions that are on the websites; an empty set means all websites. */
    List<Subscription> of(long[] ids, Set<Integer> websiteIds) {
        SqlFragment named = SqlFragment.of("where n.id = any(?)", (Object) ids);
        return list(
                websiteIds.isEmpty()
                        ? named
                        : named.then("and n.website_id = any(?::int[])", (Object) texts(websiteIds)));
    }

    /** The subscription that a mailed link confirms, if it is in time. */
    Optional<Subscription> toConfirm(byte[] hash) {
        return one("where n.confirmation_hash = ? and n.confirmation_expires_at > ?", hash, clock.instant());
    }

    /** The subscription that the token ends. */
    Optional<Subscription> toEnd(String token) {
        return one("where n.unsubscribe_tokens @> array[?::text]", token);
    }

    void setStatus(Subscription subscription) {
        database.run(SqlFragment.of(
                "update newsletter_subscriber set status = ?, store_id = ?, changed_at = ? where id = ?",
                subscription.status().number(),
                subscription.storeId(),
                clock.instant(),
                subscription.id()));
    }

    /** Keeps of a mailed link what is needed to know it again, in place of the one before. */
    void awaitConfirmation(long id, byte[] hash, Instant expiresAt) {
        database.run(SqlFragment.of(
                "update newsletter_subscriber set confirmation_hash = ?, confirmation_expires_at = ?,"
                        + " confirmation_mailed_at = ? where id = ?",
                hash,
                expiresAt,
                clock.instant(),
                id));
    }

    /** Lets the customer's subscriptions follow to another address; links mailed to the one before confirm nothing. */
    void move(long customerId, String email) {
        database.run(SqlFragment.of(
                "update newsletter_subscriber set email = ?, email_key = ?, confirmation_hash = null,"
                        + " confirmation_expires_at = null, confirmation_mailed_at = null, changed_at = ?"
                        + " where customer_id = ? and email_key <> ?",
                email,
                Fold.key(email),
                clock.instant(),
                customerId,
                Fold.key(email)));
    }

    /** Makes a guest's subscription the customer's, who has none on the website. */
    void give(long id, long customerId) {
        database.run(SqlFragment.of(
                "update newsletter_subscriber set customer_id = ?, changed_at = ? where id = ?",
                customerId,
                clock.instant(),
                id));
    }

    /** Lets the links in mails of one subscription end another one, and removes the first. */
    void merge(long from, long into) {
        database.run(SqlFragment.of(
                "update newsletter_subscriber n set unsubscribe_tokens = n.unsubscribe_tokens || f.unsubscribe_tokens"
                        + " from newsletter_subscriber f where n.id = ? and f.id = ?",
                into,
                from));
        delete(from);
    }

    void delete(long id) {
        database.run(SqlFragment.of("delete from newsletter_subscriber where id = ?", id));
    }

    private Optional<Subscription> one(String condition, Object... arguments) {
        return list(SqlFragment.of(condition, arguments)).stream().findFirst();
    }

    private List<Subscription> list(SqlFragment condition) {
        return database.list(SqlFragment.of(READ).then(condition).then(LOCKED), NewsletterRepository::read);
    }

    private static String[] texts(Set<Integer> numbers) {
        return numbers.stream().map(String::valueOf).toArray(String[]::new);
    }

    private static Subscription read(ResultSet row) throws SQLException {
        OffsetDateTime mailed = row.getObject(9, OffsetDateTime.class);
        return new Subscription(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getObject(4, Long.class),
                row.getString(5),
                row.getString(6),
                SubscriptionStatus.of(row.getInt(7)),
                row.getString(8),
                mailed == null ? null : mailed.toInstant());
    }
}
