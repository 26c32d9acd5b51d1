package io.clientele.privacy;

import io.clientele.shared.Fold;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchField.Type;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.Moments;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements about {@code privacy_request}. Whose a request is stands there under seal. */
@ApplicationScoped
class PrivacyRequestRepository {

    private static final String COLUMNS = "r.id, r.kind, r.status, r.website_id, r.store_id, r.customer_id, r.person,"
            + " r.email_sealed, r.evidence_sealed, r.source, r.reason, r.is_on_hold, r.is_extended, r.job_id, r.due_at,"
            + " r.verified_at, r.file_expires_at, r.created_at, r.updated_at, r.closed_at";
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            "privacy_request r",
            new SearchFields(List.of(
                    SearchField.of("id", Type.INTEGER, "r.id").always(),
                    SearchField.folded("kind", "r.kind").always(),
                    SearchField.folded("status", "r.status").always(),
                    SearchField.of("website_id", Type.INTEGER, "r.website_id").always(),
                    SearchField.of("customer_id", Type.INTEGER, "r.customer_id"),
                    SearchField.exact("email", "r.person", PrivacyRequestRepository::person),
                    SearchField.folded("source", "r.source").always(),
                    SearchField.folded("reason", "r.reason"),
                    SearchField.of("on_hold", Type.BOOLEAN, "r.is_on_hold").always(),
                    SearchField.of("due_at", Type.MOMENT, "r.due_at").always(),
                    SearchField.of("created_at", Type.MOMENT, "r.created_at").always(),
                    SearchField.of("closed_at", Type.MOMENT, "r.closed_at"))),
            "r.id");
    private static final String ADD = """
            insert into privacy_request (kind, status, website_id, store_id, customer_id, person, email_sealed, evidence_sealed,
                source, due_at, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""";
    private final Database database;
    private final Search search;
    private final PersonKeys keys;

    @Inject
    PrivacyRequestRepository(Database database, Search search, PersonKeys keys) {
        this.database = database;
        this.search = search;
        this.keys = keys;
    }

    /** A request to be. */
    record Draft(
            RequestKind kind,
            RequestStatus status,
            int websiteId,
            int storeId,
            @Nullable Long customerId,
            String email,
            @Nullable String evidence,
            String source,
            Instant dueAt) {}

    private static String person(String email) {
        return Person.email(Fold.key(email.strip())).name();
    }

    long add(Draft draft, Instant now) {
        Person person = new Person(person(draft.email()));
        return database.first(
                        SqlFragment.of(
                                ADD,
                                draft.kind().code(),
                                draft.status().code(),
                                draft.websiteId(),
                                draft.storeId(),
                                draft.customerId(),
                                person.name(),
                                keys.seal(person, draft.email()),
                                draft.evidence() == null ? null : keys.seal(person, draft.evidence()),
                                draft.source(),
                                draft.dueAt(),
                                now,
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** How many requests there were for the address since the moment. */
    int count(String email, Instant since) {
        return database.first(
                        SqlFragment.of(
                                "select count(*) from privacy_request where person = ? and created_at > ?",
                                person(email),
                                since),
                        row -> row.getInt(1))
                .orElse(0);
    }

    /** Lets one transaction at a time count and add requests for the address. */
    void lock(String email) {
        database.list(
                SqlFragment.of(
                        "select pg_advisory_xact_lock(hashtextextended('privacy_request ' || ?, 0))", person(email)),
                row -> 0);
    }

    Optional<PrivacyRequest> find(long id) {
        return list(SqlFragment.of("where r.id = ?", id)).stream().findFirst();
    }

    /** The request, which nobody else changes until the transaction ends. */
    Optional<PrivacyRequest> hold(long id) {
        return list(SqlFragment.of("where r.id = ? for update", id)).stream().findFirst();
    }

    Optional<PrivacyRequest> ofJob(long jobId) {
        return list(SqlFragment.of("where r.job_id = ? for update", jobId)).stream()
                .findFirst();
    }

    SearchResults<PrivacyRequest> search(SearchCriteria criteria, SqlFragment visible) {
        return search.page(SOURCE, visible, criteria, this::read);
    }

    /** Whether the token is the request's, and in time. */
    boolean isGood(long id, byte[] hash, Instant now) {
        return database.first(
                        SqlFragment.of(
                                "select 1 from privacy_request where id = ? and token_hash = ? and token_expires_at > ?",
                                id,
                                hash,
                                now),
                        row -> true)
                .isPresent();
    }

    /** Keeps of a token what is needed to know it again, in place of the one before; null for none. */
    void keepToken(long id, byte @Nullable [] hash, @Nullable Instant expiresAt) {
        database.run(SqlFragment.of(
                "update privacy_request set token_hash = ?, token_expires_at = ? where id = ?", hash, expiresAt, id));
    }

    /** It is the person who asks: the request is to be carried out, and the link good no more. */
    void verify(PrivacyRequest request, @Nullable Long customerId, @Nullable String evidence, Instant now) {
        byte[] sealed = evidence == null || request.email() == null
                ? null
                : keys.seal(new Person(person(request.email())), evidence);
        set(
                request.id(),
                now,
                "status = 'open', verified_at = ?, customer_id = ?, token_hash = null,"
                        + " token_expires_at = null, evidence_sealed = coalesce(?, evidence_sealed)",
                now,
                customerId,
                sealed);
    }

    /** @param fileExpiresAt until when there is a file, or null */
    void close(long id, RequestStatus status, @Nullable String reason, @Nullable Instant fileExpiresAt, Instant now) {
        set(
                id,
                now,
                "status = ?, reason = ?, file_expires_at = ?, closed_at = ?, token_hash = null",
                status.code(),
                reason,
                fileExpiresAt,
                now);
    }

    void begin(long id, long jobId, Instant now) {
        set(id, now, "status = 'in_progress', reason = null, job_id = ?", jobId);
    }

    /** It waits, for this reason. */
    void delay(long id, String reason, Instant now) {
        set(id, now, "status = 'open', reason = ?, job_id = null", reason);
    }

    void putOff(long id, boolean onHold, Instant now) {
        set(id, now, "is_on_hold = ?", onHold);
    }

    void extend(long id, Instant dueAt, Instant now) {
        set(id, now, "is_extended = true, due_at = ?", dueAt);
    }

    private void set(long id, Instant now, String assignments, @Nullable Object... values) {
        database.run(SqlFragment.of("update privacy_request set updated_at = ?,", now)
                .then(assignments, values)
                .then("where id = ?", id));
    }

    private List<PrivacyRequest> list(SqlFragment condition) {
        return database.list(
                SqlFragment.of("select " + COLUMNS + " from privacy_request r").then(condition), this::read);
    }

    private PrivacyRequest read(ResultSet row) throws SQLException {
        Person person = new Person(row.getString("person"));
        return new PrivacyRequest(
                row.getLong("id"),
                RequestKind.of(row.getString("kind")),
                RequestStatus.of(row.getString("status")),
                row.getInt("website_id"),
                row.getInt("store_id"),
                row.getObject("customer_id", Long.class),
                open(person, row.getBytes("email_sealed")),
                open(person, row.getBytes("evidence_sealed")),
                row.getString("source"),
                row.getString("reason"),
                row.getBoolean("is_on_hold"),
                row.getBoolean("is_extended"),
                row.getObject("job_id", Long.class),
                Objects.requireNonNull(Moments.of(row, "due_at")),
                Moments.of(row, "verified_at"),
                Moments.of(row, "file_expires_at"),
                Objects.requireNonNull(Moments.of(row, "created_at")),
                Objects.requireNonNull(Moments.of(row, "updated_at")),
                Moments.of(row, "closed_at"));
    }

    private @Nullable String open(Person person, byte @Nullable [] sealed) {
        return sealed == null ? null : keys.open(person, sealed).orElse(null);
    }
}
