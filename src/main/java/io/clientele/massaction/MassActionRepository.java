package io.clientele.massaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.job.JobError;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchField.Type;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements about actions and whom they are done to. */
@ApplicationScoped
class MassActionRepository {

    private static final String ADD =
            "insert into mass_action (job_id, name, params, criteria, undo_of) values (?, ?, ?::jsonb, ?::jsonb, ?)";
    private static final String FIND = "select name, params, criteria, undo_of from mass_action where job_id = ?";
    private static final String ADD_ITEMS =
            "insert into mass_action_item (job_id, customer_id) select ?::bigint, s.id from (";
    private static final String ADD_UNDONE = """
            insert into mass_action_item (job_id, customer_id)
            select ?, i.customer_id from mass_action_item i where i.job_id = ? and i.before is not null""";
    private static final String NEXT = """
            select i.customer_id from mass_action_item i
            where i.job_id = ? and i.customer_id > ? order by i.customer_id limit ?""";
    private static final String ITEMS = """
            select i.customer_id, i.is_done, i.refusal, u.before from mass_action_item i
            left join mass_action_item u on u.job_id = ? and u.customer_id = i.customer_id
            where i.job_id = ? and i.customer_id = any (?) order by i.customer_id""";
    private static final Search.Source CHANGED = new Search.Source(
            "i.customer_id, i.before",
            "mass_action_item i",
            new SearchFields(List.of(
                    SearchField.of("customer_id", Type.INTEGER, "i.customer_id").always())),
            "i.customer_id");

    private final Database database;
    private final Search search;

    @Inject
    MassActionRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    /**
     * A customer an action is done to.
     *
     * @param done whether that was marked as done
     * @param refusal why it was passed over when that was marked, or null
     * @param before of one that takes another back: what that one's customer was like before; null otherwise
     */
    record Item(
            long customerId,
            boolean done,
            @Nullable JobError refusal,
            @Nullable JsonNode before) {}

    /**
     * What became of a customer.
     *
     * @param before what it was like, where it was changed and can be changed back
     * @param refusal why it was passed over, or null
     */
    record Done(
            long customerId,
            @Nullable Object before,
            @Nullable JobError refusal) {}

    /** @throws io.clientele.shared.Refusal when it takes back what somebody has taken back already */
    void add(MassAction action) {
        try {
            database.run(SqlFragment.of(
                    ADD,
                    action.jobId(),
                    action.name(),
                    MassActionJson.write(action.params()),
                    action.selection() == null ? null : MassActionJson.write(action.selection()),
                    action.undoOf()));
        } catch (DatabaseFailure e) {
            throw DatabaseFailure.violatedConstraint(e).equals("mass_action_undo_of_uq")
                    ? MassActionRefusals.undoneAlready()
                    : e;
        }
    }

    Optional<MassAction> find(long jobId) {
        return database.first(SqlFragment.of(FIND, jobId), row -> {
            String criteria = row.getString(3);
            return new MassAction(
                    jobId,
                    row.getString(1),
                    MassActionJson.read(row.getString(2), ActionParams.class),
                    criteria == null ? null : MassActionJson.read(criteria, Selection.class),
                    row.getObject(4, Long.class));
        });
    }

    /**
     * Notes whom the action is done to.
     *
     * @param ids selects their ids
     * @return how many
     */
    int collect(long jobId, SqlFragment ids) {
        return database.run(SqlFragment.of(ADD_ITEMS, jobId).then(ids).then(") s (id)"));
    }

    /** Notes whom another action has changed, to take it back. */
    int collectUndone(long jobId, long undoOf) {
        return database.run(SqlFragment.of(ADD_UNDONE, jobId, undoOf));
    }

    /** Whom the action is done to. */
    Set<Long> collected(long jobId) {
        return new HashSet<>(database.list(
                SqlFragment.of("select customer_id from mass_action_item where job_id = ?", jobId),
                row -> row.getLong(1)));
    }

    /** The next of them. */
    List<Long> next(long jobId, long after, int most) {
        return database.list(SqlFragment.of(NEXT, jobId, after, most), row -> row.getLong(1));
    }

    /** Those of them that there are still. */
    List<Item> items(MassAction action, List<Long> ids) {
        return database.list(
                SqlFragment.of(ITEMS, action.undoOf(), action.jobId(), (Object)
                        ids.stream().mapToLong(Long::longValue).toArray()),
                MassActionRepository::item);
    }

    /**
     * Keeps what became of them.
     *
     * @param marks whether they are marked as done
     */
    void keep(long jobId, List<Done> all, boolean marks) {
        Columns<Done> columns = new Columns<Done>()
                .with("customer_id", "bigint", Done::customerId)
                .with("before", "jsonb", each -> written(each.before()))
                .with("refusal", "jsonb", each -> written(each.refusal()));
        database.run(SqlFragment.of(
                        "update mass_action_item i set before = n.before::jsonb, refusal = n.refusal::jsonb, is_done = ? from",
                        marks)
                .then(columns.of(all))
                .then("where i.job_id = ? and i.customer_id = n.customer_id::bigint", jobId));
    }

    /** Who was changed, and what they were like. */
    SearchResults<ChangedCustomer> changed(long jobId, SearchCriteria criteria) {
        return search.page(
                CHANGED,
                SqlFragment.of("i.job_id = ? and i.before is not null", jobId),
                criteria,
                row -> new ChangedCustomer(row.getLong(1), MassActionJson.tree(row.getString(2))));
    }

    private static Item item(ResultSet row) throws SQLException {
        String refusal = row.getString(3);
        String before = row.getString(4);
        return new Item(
                row.getLong(1),
                row.getBoolean(2),
                refusal == null ? null : MassActionJson.read(refusal, JobError.class),
                before == null ? null : MassActionJson.tree(before));
    }

    private static @Nullable String written(@Nullable Object value) {
        return value == null ? null : MassActionJson.write(value);
    }
}
