package io.clientele.customer;

import io.clientele.shared.person.DataSubject;
import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.Moments;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The statements about {@code deleted_customer}: under which addresses accounts were kept that were deleted. */
@ApplicationScoped
class DeletedCustomerRepository {

    private static final Columns<DeletedCustomer> COLUMNS = new Columns<DeletedCustomer>()
            .with("id", "bigint", DeletedCustomer::id)
            .with("person", "text", account -> account.address().name())
            .with("website_id", "integer", DeletedCustomer::websiteId)
            .with("created_at", "timestamptz", DeletedCustomer::createdAt);

    private static final String ADD = "insert into deleted_customer (" + COLUMNS.names() + ", deleted_at) select "
            + COLUMNS.values() + ", ?::timestamptz from";

    private static final String OF = """
            select id, website_id, created_at from deleted_customer
            where person = ? and website_id = any (?::integer[]) order by id""";

    private final Database database;

    @Inject
    DeletedCustomerRepository(Database database) {
        this.database = database;
    }

    void add(List<DeletedCustomer> accounts, Instant now) {
        database.run(SqlFragment.of(ADD, now).then(COLUMNS.of(accounts)).then("on conflict (id, person) do nothing"));
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
}
