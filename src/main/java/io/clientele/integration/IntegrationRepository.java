package io.clientele.integration;

import io.clientele.shared.Caller;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The queries over {@code integration}. */
@ApplicationScoped
class IntegrationRepository {

    private static final String COLUMNS = "i.id, i.name, i.email, i.endpoint, i.resources, i.website_ids,"
            + " i.redirect_uris, i.is_public, i.status, i.client_id, i.consumer_key, i.created_at, i.updated_at";
    private static final String ALL = "select " + COLUMNS
            + ", i.client_secret_hash, i.consumer_secret, i.access_token_hash, i.access_token_secret from integration i";
    private static final String HELD = "select " + COLUMNS + " from integration i where i.id = ? for update";
    private static final String ONE = "select " + COLUMNS + " from integration i where i.id = ?";
    private static final String ADD = """
            insert into integration
            (id, name, name_key, email, endpoint, resources, website_ids, redirect_uris, is_public, status, client_id,
            client_secret_hash, consumer_key, consumer_secret, access_token_hash, access_token_secret, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, cast(cast(? as bigint[]) as integer[]), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String CHANGE = """
            update integration set name = ?, name_key = ?, email = ?, endpoint = ?, resources = ?,
            website_ids = cast(cast(? as bigint[]) as integer[]), redirect_uris = ?, status = ?, updated_at = ?
            where id = ?""";
    private static final String SECRETS = """
            update integration set client_secret_hash = ?, consumer_secret = ?, access_token_hash = ?,
            access_token_secret = ?, verifier = null, handshake_at = null, status = 'active', updated_at = ?
            where id = ?""";
    private static final String STATUS = "update integration set status = ?, updated_at = ? where id = ?";
    private static final String REMOVE = "delete from integration where id = ?";
    private static final String LIMITED_TO =
            "select name from integration where ? = any (website_ids) order by id limit 1";

    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            "integration i",
            new SearchFields(List.of(
                    SearchField.of("id", SearchField.Type.INTEGER, "i.id").always(),
                    SearchField.folded("name", "i.name_key").always(),
                    SearchField.text("email", "i.email"),
                    SearchField.text("endpoint", "i.endpoint"),
                    SearchField.text("status", "i.status").always(),
                    SearchField.text("client_id", "i.client_id").always(),
                    SearchField.text("consumer_key", "i.consumer_key").always(),
                    SearchField.of("is_public", SearchField.Type.BOOLEAN, "i.is_public")
                            .always(),
                    SearchField.of("created_at", SearchField.Type.MOMENT, "i.created_at")
                            .always(),
                    SearchField.of("updated_at", SearchField.Type.MOMENT, "i.updated_at")
                            .always())),
            "i.id");

    private final Database database;
    private final Search search;

    IntegrationRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    /** All of them, as the connection sees them. */
    List<KnownIntegration> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet rows = statement.executeQuery()) {
            List<KnownIntegration> all = new ArrayList<>();
            while (rows.next()) {
                all.add(known(rows));
            }
            return all;
        }
    }

    List<KnownIntegration> all() {
        return database.list(SqlFragment.of(ALL), IntegrationRepository::known);
    }

    /** Those the caller may see: one who is limited to websites sees those limited to some of the same. */
    SearchResults<Integration> page(SearchCriteria criteria, Caller caller) {
        long[] websites =
                caller.websiteIds().stream().mapToLong(Integer::longValue).toArray();
        SqlFragment visible = websites.length == 0
                ? SqlFragment.EMPTY
                : SqlFragment.of(
                        "(cardinality(i.website_ids) > 0 and cast(i.website_ids as bigint[]) <@ ?)", (Object) websites);
        return search.page(SOURCE, visible, criteria, IntegrationRepository::read);
    }

    Optional<Integration> find(long id) {
        return database.first(SqlFragment.of(ONE, id), IntegrationRepository::read);
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Integration> hold(long id) {
        return database.first(SqlFragment.of(HELD, id), IntegrationRepository::read);
    }

    /** An id that no integration has had; what is sealed for one is bound to it. */
    long nextId() {
        return database.first(
                        SqlFragment.of("select nextval(pg_get_serial_sequence('integration', 'id'))"),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** @throws Refusal when another one has the name */
    void add(Integration made, KeptSecrets secrets) {
        int _ = named(() -> database.run(SqlFragment.of(
                ADD,
                made.id(),
                made.name(),
                Fold.key(made.name()),
                made.email(),
                made.endpoint(),
                texts(made.resources()),
                ids(made.websiteIds()),
                texts(made.redirectUris()),
                made.isPublic(),
                made.status().text(),
                made.clientId(),
                secrets.clientSecretHash(),
                made.consumerKey(),
                secrets.consumerSecret(),
                secrets.accessTokenHash(),
                secrets.accessTokenSecret(),
                made.createdAt(),
                made.updatedAt())));
    }

    /** @throws Refusal when another one has the name */
    void change(Integration to) {
        int _ = named(() -> database.run(SqlFragment.of(
                CHANGE,
                to.name(),
                Fold.key(to.name()),
                to.email(),
                to.endpoint(),
                texts(to.resources()),
                ids(to.websiteIds()),
                texts(to.redirectUris()),
                to.status().text(),
                to.updatedAt(),
                to.id())));
    }

    /** Puts new secrets in the place of the old ones, which makes the integration active. */
    void replaceSecrets(long id, KeptSecrets secrets, Instant at) {
        database.run(SqlFragment.of(
                SECRETS,
                secrets.clientSecretHash(),
                secrets.consumerSecret(),
                secrets.accessTokenHash(),
                secrets.accessTokenSecret(),
                at,
                id));
    }

    void changeStatus(long id, IntegrationStatus to, Instant at) {
        database.run(SqlFragment.of(STATUS, to.text(), at, id));
    }

    void remove(long id) {
        database.run(SqlFragment.of(REMOVE, id));
    }

    /** The name of an integration that is limited to the website, among others perhaps. */
    Optional<String> limitedTo(int websiteId) {
        return database.first(SqlFragment.of(LIMITED_TO, websiteId), row -> row.getString("name"));
    }

    private static <T> T named(Supplier<T> write) {
        try {
            return write.get();
        } catch (DatabaseFailure e) {
            throw DatabaseFailure.violatedConstraint(e).equals("integration_name_key_uq")
                    ? IntegrationRefusals.nameTaken()
                    : e;
        }
    }

    private static Integration read(ResultSet row) throws SQLException {
        return new Integration(
                row.getLong("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("endpoint"),
                List.of((String[]) row.getArray("resources").getArray()),
                List.of((Integer[]) row.getArray("website_ids").getArray()),
                List.of((String[]) row.getArray("redirect_uris").getArray()),
                row.getBoolean("is_public"),
                IntegrationStatus.of(row.getString("status")).orElseThrow(),
                row.getString("client_id"),
                row.getString("consumer_key"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static KnownIntegration known(ResultSet row) throws SQLException {
        return new KnownIntegration(
                read(row),
                new KeptSecrets(
                        row.getBytes("client_secret_hash"),
                        row.getBytes("consumer_secret"),
                        row.getBytes("access_token_hash"),
                        row.getBytes("access_token_secret")));
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static long[] ids(List<Integer> ids) {
        return ids.stream().mapToLong(Integer::longValue).toArray();
    }
}
