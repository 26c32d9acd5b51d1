package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows behind the tokens that are out. */
@ApplicationScoped
class TokenRepository {

    private static final String ADD = """
            insert into access_token
            (subject_type, subject_id, website_id, admin_id, created_at, expires_at, address, device)
            values (?, ?, ?, ?, ?, ?, ?, ?) returning id""";
    private static final String CALLER = """
            select t.subject_type, t.subject_id, t.website_id, t.admin_id, t.scopes, r.resources, r.website_ids
            from access_token t
            left join admin_user u on u.id = case t.subject_type when 2 then t.subject_id else t.admin_id end
            left join admin_role r on r.id = u.role_id
            where t.id = ? and t.revoked_at is null and (u.is_active or t.subject_type <> 2 and t.admin_id is null)
                and (t.subject_type = 2 or t.admin_id is null
                    or r.resources && array ['Magento_Backend::all', 'Magento_LoginAsCustomer::login']
                        and (r.website_ids = '{}' or t.website_id = any(r.website_ids)))""";
    private static final String REVOKE = """
            update access_token set revoked_at = ?, revoked_xid = pg_current_xact_id()
            where id = ? and revoked_at is null returning id""";
    private static final String REVOKE_ALL = """
            update access_token set revoked_at = ?, revoked_xid = pg_current_xact_id()
            where subject_type = ? and subject_id = ? and id <> ? and revoked_at is null returning id""";
    private static final String REVOKE_ALL_OF = """
            update access_token set revoked_at = ?, revoked_xid = pg_current_xact_id()
            where subject_type = ? and subject_id = any (?) and revoked_at is null returning id""";
    private static final String REVOKE_ASSUMED = """
            update access_token set revoked_at = ?, revoked_xid = pg_current_xact_id()
            where admin_id = ? and revoked_at is null returning id""";
    private static final String REVOKE_ASSUMED_OF = """
            update access_token set revoked_at = ?, revoked_xid = pg_current_xact_id()
            where subject_type = ? and subject_id = ? and admin_id is not null and revoked_at is null returning id""";
    private static final String REMOVE_EXPIRED = """
            delete from access_token where id in
            (select id from access_token where expires_at < ? order by expires_at limit ? for update skip locked)""";

    private final Database database;
    private final AclTree acl;

    TokenRepository(Database database, AclTree acl) {
        this.database = database;
        this.acl = acl;
    }

    long add(SessionDraft session) {
        return database.first(
                        SqlFragment.of(
                                ADD,
                                session.subject().type().number(),
                                session.subject().id(),
                                session.websiteId(),
                                session.adminId(),
                                session.createdAt(),
                                session.expiresAt(),
                                session.address(),
                                session.device()),
                        row -> row.getLong("id"))
                .orElseThrow();
    }

    /**
     * Who the session's caller is now; empty when it was revoked, or when the administrator whose it is, or who acts for
     * the customer, is inactive or gone, or may not act for the website's customers any more.
     */
    Optional<Caller> caller(long sessionId) {
        return database.first(SqlFragment.of(CALLER, sessionId), row -> caller(row, sessionId));
    }

    List<Long> revoke(long sessionId, Instant at) {
        return database.list(SqlFragment.of(REVOKE, at, sessionId), row -> row.getLong("id"));
    }

    /**
     * @param kept a session that goes on; 0 for none
     */
    List<Long> revokeAllBut(Subject subject, long kept, Instant at) {
        return database.list(
                SqlFragment.of(REVOKE_ALL, at, subject.type().number(), subject.id(), kept), row -> row.getLong("id"));
    }

    /** Ends all sessions of the subjects. */
    List<Long> revokeAll(Caller.Type type, long[] subjectIds, Instant at) {
        return database.list(SqlFragment.of(REVOKE_ALL_OF, at, type.number(), subjectIds), row -> row.getLong("id"));
    }

    /** Ends the sessions in which the administrator acts for customers. */
    List<Long> revokeAssumed(long adminId, Instant at) {
        return database.list(SqlFragment.of(REVOKE_ASSUMED, at, adminId), row -> row.getLong("id"));
    }

    /** Ends the sessions in which administrators act for the subject. */
    List<Long> revokeAssumed(Subject subject, Instant at) {
        return database.list(
                SqlFragment.of(REVOKE_ASSUMED_OF, at, subject.type().number(), subject.id()), row -> row.getLong("id"));
    }

    int removeExpired(Instant before, int atMost) {
        return database.run(SqlFragment.of(REMOVE_EXPIRED, before, atMost));
    }

    private Caller caller(ResultSet row, long sessionId) throws SQLException {
        Subject subject = Subject.of(row.getInt("subject_type"), row.getLong("subject_id"));
        boolean admin = subject.type() == Caller.Type.ADMIN;
        return new Caller(
                subject.type(),
                subject.id(),
                admin ? acl.held(strings(row.getArray("resources"))) : scopes(row),
                admin ? integers(row.getArray("website_ids")) : Set.of(),
                admin ? null : row.getObject("admin_id", Long.class),
                sessionId,
                row.getInt("website_id"));
    }

    /** What a third party was given; nothing is named for people themselves. */
    private static Set<String> scopes(ResultSet row) throws SQLException {
        Array scopes = row.getArray("scopes");
        return scopes == null ? Set.of() : strings(scopes);
    }

    private static Set<String> strings(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Integer> integers(Array array) throws SQLException {
        return Arrays.stream((Integer[]) array.getArray()).collect(Collectors.toUnmodifiableSet());
    }
}
