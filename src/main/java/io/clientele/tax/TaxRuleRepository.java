package io.clientele.tax;

import io.clientele.shared.Fold;
import io.clientele.shared.Refusals;
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

/** The queries of tax rules. */
@ApplicationScoped
class TaxRuleRepository implements PanacheRepositoryBase<TaxRuleEntity, Integer> {

    private static final String CUSTOMER_CLASSES = "from tax_rule_customer_class c where c.tax_rule_id = r.id";
    private static final String PRODUCT_CLASSES = "from tax_rule_product_class p where p.tax_rule_id = r.id";
    private static final String RATES = "from tax_rule_rate u where u.tax_rule_id = r.id";
    static final String COLUMNS = "r.id, r.code, r.priority, r.position, r.calculate_subtotal,"
            + " array(select c.tax_class_id " + CUSTOMER_CLASSES + " order by 1),"
            + " array(select p.tax_class_id " + PRODUCT_CLASSES + " order by 1),"
            + " array(select u.tax_rate_id " + RATES + " order by 1)";
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            "tax_rule r",
            new SearchFields(List.of(
                    SearchField.of("id", SearchField.Type.INTEGER, "r.id"),
                    SearchField.of("tax_calculation_rule_id", SearchField.Type.INTEGER, "r.id"),
                    SearchField.folded("code", "r.code_key"),
                    SearchField.of("priority", SearchField.Type.INTEGER, "r.priority"),
                    SearchField.of("position", SearchField.Type.INTEGER, "r.position"),
                    SearchField.of("calculate_subtotal", SearchField.Type.BOOLEAN, "r.calculate_subtotal"),
                    ids("customer_tax_class_ids", "c.tax_class_id", CUSTOMER_CLASSES),
                    ids("product_tax_class_ids", "p.tax_class_id", PRODUCT_CLASSES),
                    ids("tax_rate_ids", "u.tax_rate_id", RATES),
                    ids("tax_calculation_rate_id", "u.tax_rate_id", RATES))),
            "r.id");

    private static final String USES =
            "select exists (select 1 from tax_rule_customer_class c where c.tax_class_id = ?)"
                    + " or exists (select 1 from tax_rule_product_class p where p.tax_class_id = ?)";

    private final Database database;
    private final Search search;

    @Inject
    TaxRuleRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    private static SearchField ids(String name, String column, String from) {
        return SearchField.of(
                name, SearchField.Type.SET, "coalesce((select jsonb_agg(" + column + "::text) " + from + "), '[]')");
    }

    Optional<TaxRule> rule(int id) {
        return database.first(
                SqlFragment.of("select " + COLUMNS + " from tax_rule r where r.id = ?", id), TaxRuleRepository::read);
    }

    SearchResults<TaxRule> search(SearchCriteria criteria) {
        return search.page(SOURCE, SqlFragment.EMPTY, criteria, TaxRuleRepository::read);
    }

    boolean isCodeTaken(String code, int otherThanId) {
        return count("codeKey = ?1 and id <> ?2", Fold.key(code), otherThanId) > 0;
    }

    /** Whether a rule names the tax class, be it of customers or of products. */
    boolean usesTaxClass(int taxClassId) {
        return database.first(SqlFragment.of(USES, taxClassId, taxClassId), row -> row.getBoolean(1))
                .orElse(false);
    }

    /** Writes the row and what it joins; indexes and foreign keys have the last word. */
    void write(TaxRuleEntity row) {
        try {
            persistAndFlush(row);
            database.run(SqlFragment.of(
                    "delete from tax_rule_rate where tax_rule_id = ? and tax_rate_id <> all (?)",
                    row.id,
                    row.taxRateIds));
            database.run(SqlFragment.of(
                    "insert into tax_rule_rate (tax_rule_id, tax_rate_id) select ?, unnest(?) on conflict do nothing",
                    row.id,
                    row.taxRateIds));
        } catch (PersistenceException | DatabaseFailure e) {
            throw refused(row, e);
        }
    }

    private static RuntimeException refused(TaxRuleEntity row, RuntimeException failure) {
        return switch (DatabaseFailure.violatedConstraint(failure)) {
            case "tax_rule_code_key_uq" -> TaxRefusals.codeTaken();
            case "tax_rule_customer_class_tax_class_id_fk" ->
                Refusals.noSuchEntity("customer_tax_class_ids", row.customerTaxClassIds);
            case "tax_rule_product_class_tax_class_id_fk" ->
                Refusals.noSuchEntity("product_tax_class_ids", row.productTaxClassIds);
            case "tax_rule_rate_tax_rate_id_fk" -> Refusals.noSuchEntity("tax_rate_ids", row.taxRateIds);
            default -> failure;
        };
    }

    static TaxRule read(ResultSet row) throws SQLException {
        return new TaxRule(
                row.getInt(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getBoolean(5),
                integers(row, 6),
                integers(row, 7),
                integers(row, 8));
    }

    private static List<Integer> integers(ResultSet row, int column) throws SQLException {
        return List.of((Integer[]) row.getArray(column).getArray());
    }
}
