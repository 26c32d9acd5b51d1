package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.Fold;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The administrators. */
@ApplicationScoped
class AdminUserRepository implements PanacheRepository<AdminUserEntity> {

    private static final String ACTIVE_ID = "select id from admin_user where username_key = ? and is_active";
    private static final String FULL = """
            select 1 from admin_user u join admin_role r on r.id = u.role_id
            where u.is_active and r.resources @> array [?] and cardinality(r.website_ids) = 0 limit 1""";
    private static final String LOCK = "select 1 from (select pg_advisory_xact_lock(hashtext('admin_user'))) as locked";

    private final Database database;

    AdminUserRepository(Database database) {
        this.database = database;
    }

    Optional<Long> activeIdOf(String username) {
        return database.first(SqlFragment.of(ACTIVE_ID, Fold.key(username)), row -> row.getLong("id"));
    }

    /** Whether somebody is left who may do everything everywhere, and so can repair what others cannot. */
    boolean hasFullAdministrator() {
        return database.first(SqlFragment.of(FULL, Caller.EVERYTHING), row -> true)
                .isPresent();
    }

    /** Makes others that change administrators wait until this transaction ends. */
    void lock() {
        database.first(SqlFragment.of(LOCK), row -> true);
    }
}
