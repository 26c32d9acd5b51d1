package io.clientele.store;

import io.clientele.shared.Snapshot;
import io.clientele.shared.Snapshots;
import io.clientele.store.StoreState.SettingKey;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds the {@link StoreState} of this instance and reads it from the database. */
@ApplicationScoped
class StoreSnapshot {

    static final String RATES = "select currency_from, currency_to, rate from currency_rate"
            + " order by currency_from collate \"C\", currency_to collate \"C\"";

    private final Snapshot<StoreState> snapshot;

    @Inject
    StoreSnapshot(Snapshots snapshots) {
        snapshot = snapshots.of("store", StoreSnapshot::load);
    }

    /** Read once before the first request, because a thread that takes requests must not wait for the database. */
    void warm(@Observes StartupEvent started) {
        var _ = snapshot.get();
    }

    StoreState state() {
        return snapshot.get();
    }

    /**
     * To be called first in every transaction that writes to this feature's tables: gives what they hold now, and lets
     * no other transaction change it before this one ends.
     */
    StoreState changing() {
        return snapshot.changing();
    }

    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    static StoreState load(Connection connection) throws SQLException {
        TreeMap<Integer, Website> websites = new TreeMap<>();
        TreeMap<Integer, StoreGroup> groups = new TreeMap<>();
        TreeMap<Integer, StoreView> views = new TreeMap<>();
        Map<String, StoreView> byCode = new HashMap<>();
        Map<SettingKey, String> settings = new HashMap<>();
        List<CurrencyRate> rates = new ArrayList<>();
        each(connection, "select id, code, name, default_group_id from website", row -> {
            Website website = new Website(row.getInt(1), row.getString(2), row.getString(3), row.getInt(4));
            websites.put(website.id(), website);
        });
        each(
                connection,
                "select id, website_id, code, name, root_category_id, default_store_id from store_group",
                row -> {
                    StoreGroup group = new StoreGroup(
                            row.getInt(1),
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5),
                            row.getInt(6));
                    groups.put(group.id(), group);
                });
        each(connection, "select id, code, name, website_id, store_group_id, is_active from store_view", row -> {
            StoreView view = new StoreView(
                    row.getInt(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5), row.getBoolean(6));
            views.put(view.id(), view);
            byCode.put(view.code(), view);
        });
        each(
                connection,
                "select path, scope, scope_id, value from setting",
                row -> settings.put(
                        new SettingKey(row.getString(1), SettingScope.of(row.getString(2)), row.getInt(3)),
                        row.getString(4)));
        each(connection, RATES, row -> rates.add(rate(row)));
        return new StoreState(
                Collections.unmodifiableSortedMap(websites),
                Collections.unmodifiableSortedMap(groups),
                Collections.unmodifiableSortedMap(views),
                Map.copyOf(byCode),
                Map.copyOf(settings),
                List.copyOf(rates));
    }

    static CurrencyRate rate(ResultSet row) throws SQLException {
        BigDecimal rate = row.getBigDecimal(3).stripTrailingZeros();
        return new CurrencyRate(row.getString(1), row.getString(2), rate.scale() < 0 ? rate.setScale(0) : rate);
    }

    private static void each(Connection connection, String sql, Row reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }
}
