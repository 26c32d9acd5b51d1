package io.clientele.store;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.function.IntSupplier;

/** Writes the hierarchy. It is read from {@link StoreSnapshot} only. */
@ApplicationScoped
class StoreRepository {

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final Database database;

    @Inject
    StoreRepository(Database database) {
        this.database = database;
    }

    int add(Website website) {
        return id(SqlFragment.of(
                "insert into website (code, name, default_group_id) values (?, ?, ?) returning id",
                website.code(),
                website.name(),
                website.defaultGroupId()));
    }

    void change(Website website) {
        write(SqlFragment.of(
                "update website set code = ?, name = ?, default_group_id = ? where id = ?",
                website.code(),
                website.name(),
                website.defaultGroupId(),
                website.id()));
    }

    int add(StoreGroup group) {
        return id(SqlFragment.of(
                "insert into store_group (website_id, code, name, root_category_id, default_store_id)"
                        + " values (?, ?, ?, ?, ?) returning id",
                group.websiteId(),
                group.code(),
                group.name(),
                group.rootCategoryId(),
                group.defaultStoreId()));
    }

    void change(StoreGroup group) {
        write(SqlFragment.of(
                "update store_group set code = ?, name = ?, root_category_id = ?, default_store_id = ? where id = ?",
                group.code(),
                group.name(),
                group.rootCategoryId(),
                group.defaultStoreId(),
                group.id()));
    }

    int add(StoreView view) {
        return id(SqlFragment.of(
                "insert into store_view (website_id, store_group_id, code, name, is_active)"
                        + " values (?, ?, ?, ?, ?) returning id",
                view.websiteId(),
                view.groupId(),
                view.code(),
                view.name(),
                view.active()));
    }

    void change(StoreView view) {
        write(SqlFragment.of(
                "update store_view set store_group_id = ?, code = ?, name = ?, is_active = ? where id = ?",
                view.groupId(),
                view.code(),
                view.name(),
                view.active(),
                view.id()));
    }

    /** Waits for whoever writes what belongs to the website, and lets nobody begin before the transaction ends. */
    void hold(Website website) {
        database.list(SqlFragment.of("select 1 from website where id = ? for update", website.id()), row -> 1);
    }

    void delete(Website website) {
        remove("website", "delete from website where id = ?", website.id());
        forget(SettingScope.WEBSITES, website.id());
    }

    void delete(StoreGroup group) {
        remove("store group", "delete from store_group where id = ?", group.id());
    }

    void delete(StoreView view) {
        remove("store view", "delete from store_view where id = ?", view.id());
        forget(SettingScope.STORES, view.id());
    }

    private void forget(SettingScope scope, int scopeId) {
        database.run(SqlFragment.of("delete from setting where scope = ? and scope_id = ?", scope.word(), scopeId));
    }

    private int id(SqlFragment insert) {
        return written(() -> database.first(insert, row -> row.getInt(1)).orElseThrow());
    }

    private void write(SqlFragment update) {
        written(() -> database.run(update));
    }

    private static int written(IntSupplier statement) {
        try {
            return statement.getAsInt();
        } catch (DatabaseFailure e) {
            throw switch (DatabaseFailure.violatedConstraint(e)) {
                case "website_code_uq" -> StoreRefusals.websiteCodeTaken();
                case "store_group_code_uq" -> StoreRefusals.groupCodeTaken();
                case "store_view_code_uq" -> StoreRefusals.viewCodeTaken();
                default -> e;
            };
        }
    }

    /** Whatever table still refers to the row: a feature to the right may have forgotten its guard. */
    private void remove(String what, String delete, int id) {
        try {
            database.run(SqlFragment.of(delete, id));
        } catch (DatabaseFailure e) {
            SQLException cause = DatabaseFailure.in(e);
            throw cause != null && FOREIGN_KEY_VIOLATION.equals(cause.getSQLState()) ? StoreRefusals.inUse(what) : e;
        }
    }
}
