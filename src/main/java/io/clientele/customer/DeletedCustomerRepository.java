package io.clientele.customer;

import io.clientele.shared.person.DataSubject;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.Moments;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements about {@code deleted_customer}: under which addresses accounts were kept that were deleted. */
@ApplicationScoped
class DeletedCustomerRepository {

    private static final String ADD = """
            insert into deleted_customer (id, person, website_id, created_at, deleted_at)
            select n.id::bigint, n.person, n.website_id::integer, n.created_at::timestamptz, ?
            from unnest(?, ?, ?, ?) as n (id, person, website_id, created_at)
            on conflict (id, person) do nothing""";

    private static final String OF = """
            select id, website_id, created_at from deleted_customer
            where person = ? and website_id = any (?::integer[]) order by id""";

    private final Database database;

    @Inject
    DeletedCustomerRepository(Database database) {
        this.database = database;
    }

    void add(List<DeletedCustomer> accounts, Instant now) {
        database.run(SqlFragment.of(
                ADD,
                now,
                texts(accounts, account -> Long.toString(account.id())),
                texts(accounts, account -> account.address().name()),
                texts(accounts, account -> Integer.toString(account.websiteId())),
                texts(
                        accounts,
                        account -> account.createdAt() == null
                                ? null
                                : account.createdAt().toString())));
    }

    List<DeletedCustomer> of(DataSubject subject) {
        return database.list(
                SqlFragment.of(OF, subject.address().name(), subject.websites()),
                row -> new DeletedCustomer(row.getLong(1), subject.address(), row.getInt(2), Moments.of(row, 3)));
    }

    /** The ids of those that were deleted before, up to so many. */
    List<Long> before(Instant moment, int most) {
        return database.list(
                SqlFragment.of("select distinct id from deleted_customer where deleted_at < ? limit ?", moment, most),
                row -> row.getLong(1));
    }

    void remove(Collection<Long> ids) {
        database.run(SqlFragment.of("delete from deleted_customer where id = any (?)", (Object)
                ids.stream().mapToLong(Long::longValue).toArray()));
    }

    private static String[] texts(List<DeletedCustomer> accounts, Function<DeletedCustomer, @Nullable String> text) {
        return accounts.stream().map(text).toArray(String[]::new);
    }
}
