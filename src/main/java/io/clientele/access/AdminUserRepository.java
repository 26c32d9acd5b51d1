package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.Fold;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The administrators. */
@ApplicationScoped
class AdminUserRepository implements PanacheRepository<AdminUserEntity> {

    private static final String ACTIVE_ID = "select id from admin_user where username_key = ? and is_active";
    private static final String FULL = """
            select 1 from admin_user u join admin_role r on r.id = u.role_id
            where u.is_active and r.resources @> array [cast(? as text)] and cardinality(r.website_ids) = 0 limit 1""";
    private static final String LOCK = "select 1 from (select pg_advisory_xact_lock(hashtext('admin_user'))) as locked";
    private static final Search.Source SOURCE = new Search.Source(
            "u.id, u.username, u.email, u.firstname, u.lastname, u.role_id, u.is_active",
            "admin_user u join admin_role r on r.id = u.role_id",
            new SearchFields(List.of(
                    SearchField.of("id", SearchField.Type.INTEGER, "u.id"),
                    SearchField.folded("username", "u.username_key"),
                    SearchField.folded("email", "u.email_key"),
                    SearchField.text("firstname", "u.firstname"),
                    SearchField.text("lastname", "u.lastname"),
                    SearchField.of("role_id", SearchField.Type.INTEGER, "u.role_id"),
                    SearchField.of("is_active", SearchField.Type.BOOLEAN, "u.is_active"))),
            "u.id");

    private final Database database;
    private final Search search;

    AdminUserRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    Optional<Long> activeIdOf(String username) {
        return database.first(SqlFragment.of(ACTIVE_ID, Fold.key(username)), row -> row.getLong("id"));
    }

    Optional<String> usernameOf(long id) {
        return database.first(
                SqlFragment.of("select username from admin_user where id = ?", id), row -> row.getString("username"));
    }

    /** The administrators whose role the caller may see. */
    SearchResults<AdminUser> page(SearchCriteria criteria, Caller caller) {
        return search.page(SOURCE, AdminRoleRepository.visible(caller), criteria, AdminUserRepository::read);
    }

    /** The administrator of a row with all columns that one is shown with. */
    static AdminUser read(ResultSet row) throws SQLException {
        return new AdminUser(
                row.getLong("id"),
                row.getString("username"),
                row.getString("email"),
                row.getString("firstname"),
                row.getString("lastname"),
                row.getLong("role_id"),
                row.getBoolean("is_active"));
    }

    /** Writes what has changed; a user name or e-mail address that another administrator has is refused. */
    void save(AdminUserEntity user) {
        try {
            persistAndFlush(user);
        } catch (PersistenceException e) {
            throw switch (DatabaseFailure.violatedConstraint(e)) {
                case "admin_user_username_key_uq" -> AccessRefusals.usernameTaken();
                case "admin_user_email_key_uq" -> AccessRefusals.emailTaken();
                default -> e;
            };
        }
    }

    /** Whether somebody is left who may do everything everywhere, and so can repair what others cannot. */
    boolean hasFullAdministrator() {
        return database.first(SqlFragment.of(FULL, Caller.EVERYTHING), row -> true)
                .isPresent();
    }

    /** The row as it is now: what was read before the lock may have changed meanwhile. */
    AdminUserEntity current(AdminUserEntity user) {
        getEntityManager().refresh(user);
        return user;
    }

    /** Makes others that change administrators or roles wait until this transaction ends. */
    void lock() {
        var _ = database.first(SqlFragment.of(LOCK), row -> true);
    }
}
