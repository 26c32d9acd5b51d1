package io.clientele.store.directory;

import io.clientele.shared.Snapshot;
import io.clientele.shared.Snapshots;
import io.clientele.store.SettingDefinition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Stores values of settings for a test, and takes them away again. */
@ApplicationScoped
class SettingFixture {

    private final DataSource dataSource;
    private final Snapshot<Integer> store;

    @Inject
    SettingFixture(DataSource dataSource, Snapshots snapshots) {
        this.dataSource = dataSource;
        this.store = snapshots.of("store", connection -> 0);
    }

    /** A value that holds until it is closed. */
    interface Stored extends AutoCloseable {
        @Override
        void close();
    }

    Stored at(SettingDefinition definition, String scope, int scopeId, String value) {
        write(
                "insert into setting (path, scope, scope_id, value) values (?, ?, ?, ?)",
                definition,
                scope,
                scopeId,
                value);
        return () -> write(
                "delete from setting where path = ? and scope = ? and scope_id = ? and value = ?",
                definition,
                scope,
                scopeId,
                value);
    }

    private void write(String sql, SettingDefinition definition, String scope, int scopeId, String value) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, definition.path());
                statement.setString(2, scope);
                statement.setInt(3, scopeId);
                statement.setString(4, value);
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            store.changed();
        });
    }
}
