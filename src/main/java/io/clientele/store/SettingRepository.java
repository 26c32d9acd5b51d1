package io.clientele.store;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Writes the values of settings and the rates of currencies. They are read from {@link StoreSnapshot} only. */
@ApplicationScoped
class SettingRepository {

    private final Database database;

    @Inject
    SettingRepository(Database database) {
        this.database = database;
    }

    void put(String path, SettingPlace place, String value) {
        database.run(SqlFragment.of(
                "insert into setting (path, scope, scope_id, value) values (?, ?, ?, ?)"
                        + " on conflict (path, scope, scope_id) do update set value = excluded.value",
                path,
                place.scope().word(),
                place.scopeId(),
                value));
    }

    void remove(String path, SettingPlace place) {
        database.run(SqlFragment.of(
                "delete from setting where path = ? and scope = ? and scope_id = ?",
                path,
                place.scope().word(),
                place.scopeId()));
    }

    void put(CurrencyRate rate) {
        database.run(SqlFragment.of(
                "insert into currency_rate (currency_from, currency_to, rate) values (?, ?, ?)"
                        + " on conflict (currency_from, currency_to) do update set rate = excluded.rate",
                rate.from(),
                rate.to(),
                rate.rate()));
    }

    /** The rates as the transaction in hand sees them. */
    List<CurrencyRate> rates() {
        return database.list(SqlFragment.of(StoreSnapshot.RATES), StoreSnapshot::rate);
    }
}
