package io.clientele.group;

import io.clientele.shared.Fold;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.SettingDefinition;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The queries of customer groups. */
@ApplicationScoped
class GroupRepository implements PanacheRepositoryBase<GroupEntity, Integer> {

    private static final String COLUMNS =
            "g.id, g.code, g.tax_class_id, t.name, array(select e.website_id from group_excluded_website e"
                    + " where e.group_id = g.id order by e.website_id)";
    private static final String FROM = "customer_group g join tax_class t on t.id = g.tax_class_id";
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            FROM,
            new SearchFields(List.of(
                    SearchField.of("id", SearchField.Type.INTEGER, "g.id"),
                    SearchField.folded("code", "g.code_key"),
                    SearchField.of("tax_class_id", SearchField.Type.INTEGER, "g.tax_class_id"),
                    SearchField.folded("tax_class_name", "t.name_key"),
                    // The contract hands names it does not translate to the table; clients use these two.
                    SearchField.of("customer_group_id", SearchField.Type.INTEGER, "g.id"),
                    SearchField.folded("customer_group_code", "g.code_key"))),
            "g.id");

    private static final String DEFAULTS = """
            select exists (select 1 from setting where path = ? and nullif(value, '')::int = ?)
                or not exists (select 1 from setting where path = ? and scope = 'default') and ?::int = ?""";

    private final Database database;
    private final Search search;

    @Inject
    GroupRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    /** All groups by id, read on a connection that is given. */
    static Map<Integer, Group> all(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS + " from " + FROM);
                ResultSet row = statement.executeQuery()) {
            Map<Integer, Group> groups = new TreeMap<>();
            while (row.next()) {
                Group group = read(row);
                groups.put(group.id(), group);
            }
            return groups;
        }
    }

    Optional<Group> group(int id) {
        return database.first(
                SqlFragment.of("select " + COLUMNS + " from " + FROM + " where g.id = ?", id), GroupRepository::read);
    }

    Optional<Group> byCode(String code) {
        return database.first(
                SqlFragment.of("select " + COLUMNS + " from " + FROM + " where g.code_key = ?", Fold.key(code)),
                GroupRepository::read);
    }

    SearchResults<Group> search(SearchCriteria criteria) {
        return search.page(SOURCE, SqlFragment.EMPTY, criteria, GroupRepository::read);
    }

    boolean isCodeTaken(String code, int otherThanId) {
        return count("codeKey = ?1 and id <> ?2", Fold.key(code), otherThanId) > 0;
    }

    boolean usesTaxClass(int taxClassId) {
        return count("taxClassId", taxClassId) > 0;
    }

    /** Whether the group exists; if so, nobody deletes it before this transaction ends. */
    boolean holds(int id) {
        return findById(id, LockModeType.PESSIMISTIC_READ) != null;
    }

    /** Whether the group is the default one anywhere, be it of all, of a website or of a store view. */
    boolean isDefault(int id) {
        SettingDefinition setting = GroupSettings.DEFAULT_GROUP;
        return database.first(
                        SqlFragment.of(DEFAULTS, setting.path(), id, setting.path(), setting.defaultValue(), id),
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    /** Writes the row; indexes and foreign keys have the last word. */
    void write(GroupEntity row) {
        try {
            persistAndFlush(row);
        } catch (PersistenceException e) {
            throw switch (DatabaseFailure.violatedConstraint(e)) {
                case "customer_group_code_key_uq" -> GroupRefusals.codeTaken();
                case "customer_group_tax_class_id_fk" -> GroupRefusals.taxClass(row.taxClassId);
                default -> e;
            };
        }
    }

    private static Group read(ResultSet row) throws SQLException {
        Integer[] websites = (Integer[]) row.getArray(5).getArray();
        return new Group(row.getInt(1), row.getString(2), row.getInt(3), row.getString(4), List.of(websites));
    }
}
