package io.clientele.customer;

import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.shared.Recurring;
import io.clientele.shared.sql.DatabaseFailure;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps the indexes over attribute values in step with the attributes: makes those that are due, drops the others, and
 * makes anew what a crash left half made. It compares what is with what should be, so it needs no record of what was
 * done, and works on a connection of the schema's owner: nobody else may make an index. Reads and writes go on meanwhile.
 */
@ApplicationScoped
class AttributeIndexes {

    private static final Logger LOG = Logger.getLogger(AttributeIndexes.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final String LOCK = "select pg_try_advisory_lock(hashtextextended('attribute_index', 0))";
    private static final String EXISTING = "select c.relname, i.indisvalid from pg_index i"
            + " join pg_class c on c.oid = i.indexrelid where i.indrelid = 'customer'::regclass and c.relname like '"
            + AttributeIndex.NAMES + "'";

    private static final String UNKNOWN = "select 1 from pg_index i join pg_class c on c.oid = i.indexrelid"
            + " where i.indrelid = 'customer'::regclass and c.relname like '" + AttributeIndex.NAMES + "'"
            + " and not exists (select from pg_stats s where s.schemaname = current_schema and s.tablename = c.relname)"
            + " and exists (select from customer) limit 1";

    private final Attributes attributes;
    private final String url;
    private final Properties owner = new Properties();
    private volatile long settled = -1;

    @Inject
    AttributeIndexes(
            Attributes attributes,
            @ConfigProperty(name = "quarkus.flyway.jdbc-url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String username,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.attributes = attributes;
        this.url = url;
        owner.setProperty("user", username);
        owner.setProperty("password", password);
        owner.setProperty("ApplicationName", "clientele-index");
        // The connect attempt is bounded; the making of an index is not.
        owner.setProperty("connectTimeout", "5");
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "bring the indexes of attributes in step", () -> settle());
    }

    /**
     * Brings the indexes in step if the attributes have changed since this instance last looked.
     *
     * @return whether they are; not while somebody else is at it
     */
    boolean settle() {
        long revision = attributes.revision();
        if (revision == settled) {
            return true;
        }
        Map<String, AttributeIndex> due = attributes.custom(AttributeOwner.CUSTOMER).stream()
                .filter(AttributeIndex::isDue)
                .flatMap(attribute -> AttributeIndex.of(attribute).stream())
                .collect(Collectors.toMap(AttributeIndex::name, index -> index));
        try (Connection connection = DriverManager.getConnection(url, owner);
                Statement statement = connection.createStatement()) {
            if (isMine(statement)) {
                settle(statement, due);
                settled = revision;
            }
            return settled == revision;
        } catch (SQLException e) {
            LOG.warn("the indexes of attributes stay as they are for now", e);
            throw new DatabaseFailure(e);
        }
    }

    /** One instance at a time; ends with the connection. */
    private static boolean isMine(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(LOCK)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void settle(Statement statement, Map<String, AttributeIndex> due) throws SQLException {
        Map<String, Boolean> existing = existing(statement);
        for (Map.Entry<String, Boolean> each : existing.entrySet()) {
            if (!due.containsKey(each.getKey()) || !each.getValue()) {
                statement.execute("drop index concurrently if exists " + each.getKey());
            }
        }
        for (AttributeIndex index : due.values()) {
            if (!existing.getOrDefault(index.name(), false)) {
                statement.execute("create index concurrently " + index.name() + " on customer " + index.method());
            }
        }
        // Until then PostgreSQL knows nothing about the values and guesses how many rows match.
        if (isUnknown(statement)) {
            statement.execute("analyze customer");
        }
    }

    /** Whether there are customers and an index of whose values nothing is known, if only because a crash came between. */
    private static boolean isUnknown(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(UNKNOWN)) {
            return row.next();
        }
    }

    /** The indexes there are, and whether they are whole. */
    private static Map<String, Boolean> existing(Statement statement) throws SQLException {
        Map<String, Boolean> existing = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(EXISTING)) {
            while (rows.next()) {
                existing.put(rows.getString(1), rows.getBoolean(2));
            }
        }
        return existing;
    }
}
