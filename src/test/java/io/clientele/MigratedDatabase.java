package io.clientele;

import io.clientele.launch.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A database of its own on a running server, empty until it is migrated as a start of the service would do it. */
record MigratedDatabase(EmbeddedServer server, String name) {

    static MigratedDatabase empty(EmbeddedServer server, String name) throws SQLException {
        try (Connection connection = server.asSuperuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + EmbeddedServer.OWNER);
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to " + EmbeddedServer.SERVICE);
        }
        return new MigratedDatabase(server, name);
    }

    /** As the start does it: as the owner, told who the service is. */
    Flyway flyway() {
        return Flyway.configure()
                .dataSource(url(), EmbeddedServer.OWNER, server.ownerPassword())
                .locations("classpath:db/migration")
                .placeholders(Map.of("service_role", EmbeddedServer.SERVICE))
                .load();
    }

    /** Brings it to where a release with this newest migration would have. */
    void migrateTo(String version) {
        Flyway.configure()
                .configuration(flyway().getConfiguration())
                .target(version)
                .load()
                .migrate();
    }

    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url(), EmbeddedServer.OWNER, server.ownerPassword());
    }

    Connection asService() throws SQLException {
        return DriverManager.getConnection(url(), EmbeddedServer.SERVICE, server.servicePassword());
    }

    String url() {
        return server.jdbcUrl().replaceAll("/[^/]*$", "/" + name);
    }

    /** Changes something as the owner. */
    void run(String sql) throws SQLException {
        try (Connection connection = asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of all rows, asked as the owner. */
    List<String> ask(String sql) throws SQLException {
        try (Connection connection = asOwner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    /** All that migrations make: tables, columns, constraints, indexes, functions, triggers, rights and how many rows. */
    List<String> shape() throws SQLException {
        return ask("""
                select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                    || ' ' || a.attnotnull || ' ' || a.attidentity::text || ' ' || a.attcollation::regcollation
                    || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                union all
                select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                from pg_constraint where connamespace = 'public'::regnamespace
                union all
                select 'index ' || indexdef from pg_indexes where schemaname = 'public'
                union all
                select 'function ' || p.proname || ' ' || p.prosrc from pg_proc p
                where p.pronamespace = 'public'::regnamespace
                    and not exists (select from pg_depend x where x.objid = p.oid and x.deptype = 'e')
                union all
                select 'trigger ' || tgname || ' ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
                union all
                select 'right ' || grantee || ' ' || table_name || ' ' || privilege_type
                from information_schema.role_table_grants where table_schema = 'public'
                union all
                select 'rows ' || table_name || ' '
                    || (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || table_name, false, true, '')))[1]
                from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
                order by 1""");
    }
}
