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
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queries of tax rates. */
@ApplicationScoped
class TaxRateRepository implements PanacheRepositoryBase<TaxRateEntity, Integer> {

    private static final String COLUMNS =
            "r.id, r.country_id, r.region_id, r.region_code, r.postcode, r.zip_from, r.zip_to, r.percent, r.code,"
                    + " array(select t.store_id from tax_rate_title t where t.tax_rate_id = r.id order by t.store_id),"
                    + " array(select t.value from tax_rate_title t where t.tax_rate_id = r.id order by t.store_id)";
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            "tax_rate r",
            new SearchFields(List.of(
                    SearchField.of("id", SearchField.Type.INTEGER, "r.id"),
                    SearchField.of("tax_calculation_rate_id", SearchField.Type.INTEGER, "r.id"),
                    SearchField.folded("code", "r.code_key"),
                    SearchField.text("tax_country_id", "r.country_id"),
                    SearchField.of("tax_region_id", SearchField.Type.INTEGER, "r.region_id"),
                    SearchField.text("region_name", "r.region_code"),
                    SearchField.text("tax_postcode", "r.postcode"),
                    SearchField.of("zip_is_range", SearchField.Type.BOOLEAN, "(r.zip_from is not null)"),
                    SearchField.of("zip_from", SearchField.Type.INTEGER, "r.zip_from"),
                    SearchField.of("zip_to", SearchField.Type.INTEGER, "r.zip_to"),
                    SearchField.of("rate", SearchField.Type.DECIMAL, "r.percent"))),
            "r.id");

    private final Database database;
    private final Search search;

    @Inject
    TaxRateRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    Optional<TaxRate> rate(int id) {
        return database.first(
                SqlFragment.of("select " + COLUMNS + " from tax_rate r where r.id = ?", id), TaxRateRepository::read);
    }

    SearchResults<TaxRate> search(SearchCriteria criteria) {
        return search.page(SOURCE, SqlFragment.EMPTY, criteria, TaxRateRepository::read);
    }

    boolean isCodeTaken(String code, int otherThanId) {
        return count("codeKey = ?1 and id <> ?2", Fold.key(code), otherThanId) > 0;
    }

    /** Whether a rule uses the rate. */
    boolean isUsed(int id) {
        return database.first(SqlFragment.of("select 1 from tax_rule_rate u where u.tax_rate_id = ?", id), _ -> true)
                .isPresent();
    }

    /** Which of the ids are those of rates. */
    List<Integer> known(List<Integer> ids) {
        return database.list(
                SqlFragment.of("select r.id from tax_rate r where r.id = any (?)", (Object)
                        ids.stream().mapToLong(Integer::longValue).toArray()),
                row -> row.getInt(1));
    }

    /** Writes the row; the unique index has the last word on codes. */
    void write(TaxRateEntity row) {
        try {
            persistAndFlush(row);
        } catch (PersistenceException e) {
            throw refused(e);
        }
    }

    /** Deletes the row; the rules' foreign key has the last word. */
    void remove(TaxRateEntity row) {
        try {
            delete(row);
            flush();
        } catch (PersistenceException e) {
            throw refused(e);
        }
    }

    private static RuntimeException refused(PersistenceException failure) {
        return switch (DatabaseFailure.violatedConstraint(failure)) {
            case "tax_rate_code_key_uq" -> TaxRefusals.codeTaken();
            case "tax_rule_rate_tax_rate_id_fk" -> TaxRefusals.rateInUse();
            default -> failure;
        };
    }

    private static TaxRate read(ResultSet row) throws SQLException {
        Integer[] stores = (Integer[]) row.getArray(10).getArray();
        String[] names = (String[]) row.getArray(11).getArray();
        List<TaxRate.Title> titles = new ArrayList<>();
        for (int i = 0; i < stores.length; i++) {
            titles.add(new TaxRate.Title(stores[i], names[i]));
        }
        return new TaxRate(
                row.getInt(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                whole(row, 6),
                whole(row, 7),
                shortest(row.getBigDecimal(8)),
                row.getString(9),
                List.copyOf(titles));
    }

    private static @Nullable Integer whole(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /** Without zeros at the end, and never with an exponent. */
    private static BigDecimal shortest(BigDecimal percent) {
        BigDecimal stripped = percent.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
