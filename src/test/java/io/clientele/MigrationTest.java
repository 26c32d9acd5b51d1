package io.clientele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clientele.launch.Durability;
import io.clientele.launch.EmbeddedServer;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Migrations from nothing to the present, broken off and repeated, and what the service may do to the result. */
class MigrationTest {

    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

    private static final Pattern FILE_NAME = Pattern.compile(
            "V\\d{3}__(create|add|fill|change|rename|move|split|index|drop)_[a-z][a-z0-9]*(_[a-z][a-z0-9]*)*\\.sql|afterMigrate\\.sql");

    private static final Pattern CREATED = Pattern.compile("create (?:unlogged )?table ([a-z0-9_]+)");

    /** Held so that its level lasts: it tells of every migration that is killed here. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private static Path folder;
    private static EmbeddedServer server;
    private static MigratedDatabase database;

    @BeforeAll
    static void migrate_an_empty_database() throws Exception {
        FLYWAY.setLevel(Level.OFF);
        folder = Files.createTempDirectory("clientele-migration");
        server = EmbeddedServer.start(folder, TestDatabase.BINARIES, Durability.FAST, Map.of());
        database = MigratedDatabase.empty(server, "migrated");
        database.flyway().migrate();
    }

    @AfterAll
    static void remove_the_server() {
        FLYWAY.setLevel(null);
        server.close();
        TestDatabase.delete(folder);
    }

    @Test
    void every_migration_has_run() {
        assertThat(database.flyway().info().pending()).isEmpty();
        assertThat(database.flyway().info().applied())
                .extracting(MigrationInfo::getScript)
                .containsExactlyElementsOf(
                        scripts().filter(name -> name.matches("V.*sql")).toList());
    }

    @Test
    void running_them_again_changes_nothing() throws SQLException {
        List<String> before = database.shape();
        assertThat(database.flyway().migrate().migrationsExecuted).isZero();
        assertThat(database.shape()).isEqualTo(before);
    }

    /** No file beside them either: one that turns a migration's transaction off would leave half of it behind. */
    @Test
    void file_names_say_what_is_done_verb_first() {
        assertThat(scripts()).allMatch(name -> FILE_NAME.matcher(name).matches());
    }

    @Test
    void names_of_constraints_and_indexes_say_table_column_and_kind() throws SQLException {
        assertThat(database.ask("""
                with named as (
                    select conrelid as table_id, conname as name,
                        case contype when 'p' then 'pk' when 'u' then 'uq' when 'f' then 'fk' when 'c' then 'ck' end as kind
                    from pg_constraint
                    where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c')
                    union all
                    select indrelid, c.relname, case when indisunique then 'uq' else 'ix' end
                    from pg_index i join pg_class c on c.oid = indexrelid
                    where relnamespace = 'public'::regnamespace
                        and not exists (select from pg_constraint where conindid = indexrelid)
                )
                select name || ' on ' || t.relname from named join pg_class t on t.oid = table_id
                where t.relname <> 'flyway_schema_history'
                    and case when kind = 'pk' then name <> t.relname || '_pk'
                        else name not like t.relname || '\\_%\\_' || kind
                            or not exists (
                                select from pg_attribute a
                                where a.attrelid = t.oid and a.attnum > 0
                                    and starts_with(substr(name, length(t.relname) + 2), a.attname || '_'))
                    end""")).isEmpty();
    }

    @Test
    void every_table_of_a_customer_is_found_by_the_customer() throws SQLException {
        assertThat(database.ask("""
                select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'customer_id'
                    and not exists (
                        select from pg_index i
                        where i.indrelid = c.oid and i.indkey[0] = a.attnum and i.indpred is null)""")).isEmpty();
    }

    @Test
    void the_mapping_fits_the_tables() throws Exception {
        Properties configuration = new Properties();
        configuration.load(MigrationTest.class.getResourceAsStream("/application.properties"));
        try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting("jakarta.persistence.jdbc.url", database.url())
                .applySetting("jakarta.persistence.jdbc.user", EmbeddedServer.SERVICE)
                .applySetting("jakarta.persistence.jdbc.password", server.servicePassword())
                .applySetting(
                        "hibernate.physical_naming_strategy",
                        configuration.getProperty("quarkus.hibernate-orm.physical-naming-strategy"))
                .build()) {
            MetadataSources sources = new MetadataSources(registry);
            ArchitectureTest.CLASSES.stream()
                    .filter(type -> type.isAnnotatedWith(Entity.class))
                    .forEach(type -> sources.addAnnotatedClass(type.reflect()));
            assertThat(sources.getAnnotatedClasses()).isNotEmpty();
            try (SessionFactory mapping = sources.buildMetadata().buildSessionFactory()) {
                assertThatCode(() -> mapping.getSchemaManager().validateMappedObjects())
                        .doesNotThrowAnyException();
            }
        }
    }

    /**
     * The session is killed while the migration waits for its last table, so that all of it but that has been done.
     */
    @ParameterizedTest
    @MethodSource("scriptsThatCreateTables")
    void a_migration_that_was_killed_halfway_is_completed_by_the_next_start(String script, String lastTable)
            throws Exception {
        MigratedDatabase broken = MigratedDatabase.empty(server, "broken_" + lastTable);
        try (Connection blocker = broken.asOwner();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("create table " + lastTable + " ()");
            CompletableFuture<Void> start =
                    CompletableFuture.runAsync(() -> broken.flyway().migrate());
            killTheOneThatWaits(broken.name(), start);
            assertThatThrownBy(start::join).hasMessageContaining(script);
            blocker.rollback();
        }
        assertThat(broken.ask("select script from flyway_schema_history")).doesNotContain(script);
        assertThat(broken.ask("select relname from pg_class where relkind = 'r'"))
                .doesNotContainAnyElementsOf(created(script));

        broken.flyway().migrate();

        assertThat(broken.shape()).isEqualTo(database.shape());
    }

    private static void killTheOneThatWaits(String name, CompletableFuture<Void> start) throws SQLException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        try (Connection superuser = server.asSuperuser().getConnection();
                Statement statement = superuser.createStatement()) {
            while (!start.isDone() && System.nanoTime() < deadline) {
                // Waits on the server for the moment, a hundredth of a second at a time.
                statement.execute("select pg_sleep(0.01), pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = '" + name + "' and wait_event_type = 'Lock'");
            }
        }
        assertThat(start).isCompletedExceptionally();
    }

    /** What the newsletter had before guests could subscribe, and what an older instance wrote after it was carried over. */
    @Test
    void subscriptions_of_the_first_table_are_carried_over_and_the_table_goes() throws SQLException {
        MigratedDatabase old = MigratedDatabase.empty(server, "subscriptions");
        old.migrateTo("141");
        old.run("insert into customer (id, account_scope, website_id, store_id, group_id, email, email_key, firstname,"
                + " lastname, created_in, created_at, updated_at) select n, 1, 1, 1, 1, 'C' || n || '@example.com', 'c' || n"
                + " || '@example.com', 'A', 'B', '', 'epoch', 'epoch' from generate_series(1001, 1004) n");
        old.run("insert into newsletter_subscription (customer_id, status, changed_at) values (1001, 1, 'epoch'),"
                + " (1002, 3, 'epoch')");
        old.migrateTo("145");
        old.run("insert into newsletter_subscription (customer_id, status, changed_at) values (1003, 1, 'epoch')");
        old.run("update newsletter_subscription set status = 3 where customer_id = 1001");
        old.flyway().migrate();
        assertThat(
                        old.ask(
                                "select concat_ws(' ', customer_id, website_id, store_id, email, email_key, status,"
                                        + " changed_at = 'epoch', cardinality(unsubscribe_tokens)) from newsletter_subscriber order by 1"))
                .containsExactly(
                        "1001 1 1 C1001@example.com c1001@example.com 1 t 1",
                        "1002 1 1 C1002@example.com c1002@example.com 3 t 1",
                        "1003 1 1 C1003@example.com c1003@example.com 1 t 1");
        assertThat(old.ask("select relname from pg_class where relname = 'newsletter_subscription'"))
                .isEmpty();
    }

    @Test
    void the_service_owns_nothing_and_cannot_change_the_schema() throws SQLException {
        assertThat(database.ask("select objid::text from pg_shdepend where deptype = 'o' and refobjid = '"
                        + EmbeddedServer.SERVICE + "'::regrole"))
                .isEmpty();
        try (Connection service = database.asService();
                Statement statement = service.createStatement()) {
            for (String forbidden : List.of(
                    "create table mine ()",
                    "create temporary table mine ()",
                    "create schema mine",
                    "create view mine as select 1",
                    "create function mine() returns int language sql as 'select 1'",
                    "create index on customer (firstname)",
                    "create extension hstore",
                    "create role mine",
                    "create database mine",
                    "alter table customer add column mine text",
                    "alter role clientele superuser",
                    "drop table customer",
                    "drop index customer_group_id_ix",
                    "truncate customer cascade",
                    "set role clientele_owner",
                    "copy customer to program 'true'",
                    "select pg_read_file('PG_VERSION')",
                    "delete from flyway_schema_history",
                    "update flyway_schema_history set success = false",
                    "comment on table customer is 'mine'")) {
                assertThat(catchThrowable(() -> statement.execute(forbidden)))
                        .as(forbidden)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    /** But for the audit log, to which it only adds. */
    @Test
    void the_service_reads_and_writes_the_rows_of_every_table() throws SQLException {
        assertThat(database.ask("""
                select relname || ' ' || needed
                from pg_class, unnest(array ['select', 'insert', 'update', 'delete']) as needed
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                    and relname <> 'flyway_schema_history'
                    and not has_table_privilege('%s', oid, needed)""".formatted(EmbeddedServer.SERVICE)))
                .containsExactlyInAnyOrder("audit_entry update", "audit_entry delete");
    }

    private static Stream<String> scripts() {
        String[] names = MIGRATIONS.toFile().list();
        return Stream.of(names).sorted();
    }

    private static Stream<Arguments> scriptsThatCreateTables() {
        return scripts()
                .filter(script -> script.startsWith("V") && !created(script).isEmpty())
                .map(script ->
                        Arguments.of(script, created(script).get(created(script).size() - 1)));
    }

    private static List<String> created(String script) {
        try {
            return CREATED.matcher(Files.readString(MIGRATIONS.resolve(script)))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
