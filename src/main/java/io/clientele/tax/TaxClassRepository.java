package io.clientele.tax;

import io.clientele.shared.Fold;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The queries of tax classes. */
@ApplicationScoped
class TaxClassRepository implements PanacheRepositoryBase<TaxClassEntity, Integer> {

    private static final String COLUMNS = "t.id, t.name, t.type";
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            "tax_class t",
            new SearchFields(List.of(
                    SearchField.of("class_id", SearchField.Type.INTEGER, "t.id"),
                    SearchField.folded("class_name", "t.name_key"),
                    SearchField.text("class_type", "t.type"))),
            "t.id");

    private final Database database;
    private final Search search;

    @Inject
    TaxClassRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    Optional<TaxClass> taxClass(int id) {
        return database.first(
                SqlFragment.of("select " + COLUMNS + " from tax_class t where t.id = ?", id), TaxClassRepository::read);
    }

    Optional<TaxClass> named(TaxClassType type, String name) {
        return database.first(
                SqlFragment.of(
                        "select " + COLUMNS + " from tax_class t where t.type = ? and t.name_key = ?",
                        type.name(),
                        Fold.key(name.strip())),
                TaxClassRepository::read);
    }

    SearchResults<TaxClass> search(SearchCriteria criteria) {
        return search.page(SOURCE, SqlFragment.EMPTY, criteria, TaxClassRepository::read);
    }

    /** Which of the ids are those of classes of the type. */
    List<Integer> known(TaxClassType type, List<Integer> ids) {
        return database.list(
                SqlFragment.of(
                        "select t.id from tax_class t where t.type = ? and t.id = any (?)",
                        type.name(),
                        ids.stream().mapToLong(Integer::longValue).toArray()),
                row -> row.getInt(1));
    }

    boolean isNameTaken(TaxClassType type, String name, int otherThanId) {
        return count("type = ?1 and nameKey = ?2 and id <> ?3", type, Fold.key(name), otherThanId) > 0;
    }

    /** Writes what the transaction has changed so far; the unique index has the last word on names. */
    void write(TaxClassEntity row) {
        try {
            persistAndFlush(row);
        } catch (PersistenceException e) {
            if (DatabaseFailure.violatedConstraint(e).equals("tax_class_name_key_uq")) {
                throw TaxRefusals.nameTaken(row.type);
            }
            throw e;
        }
    }

    /** Deletes the row; the foreign keys have the last word. */
    void remove(TaxClassEntity row) {
        try {
            delete(row);
            flush();
        } catch (PersistenceException e) {
            throw switch (DatabaseFailure.violatedConstraint(e)) {
                case "tax_rule_customer_class_tax_class_id_fk", "tax_rule_product_class_tax_class_id_fk" ->
                    TaxRefusals.usedInRules();
                case "customer_group_tax_class_id_fk" -> TaxRefusals.inUse("customer group");
                default -> e;
            };
        }
    }

    private static TaxClass read(ResultSet row) throws SQLException {
        return new TaxClass(row.getInt(1), row.getString(2), TaxClassType.valueOf(row.getString(3)));
    }
}
