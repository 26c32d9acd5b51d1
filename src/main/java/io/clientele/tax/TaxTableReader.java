package io.clientele.tax;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the table of taxes on a connection that is given: two statements, whatever there is. */
final class TaxTableReader {

    private static final String RULES = "select " + TaxRuleRepository.COLUMNS + " from tax_rule r";

    /** Rates that no rule uses tax nothing, and there may be many. */
    private static final String RATES =
            "select r.id, r.country_id, r.region_id, r.postcode, r.zip_from, r.zip_to, r.percent"
                    + " from tax_rate r where exists (select 1 from tax_rule_rate u where u.tax_rate_id = r.id)";

    private TaxTableReader() {}

    static TaxTable read(Connection connection) throws SQLException {
        List<TaxRule> rules = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RULES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rules.add(TaxRuleRepository.read(row));
            }
        }
        List<TaxTable.Rate> rates = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RATES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rates.add(rate(row));
            }
        }
        return new TaxTable(rules, rates);
    }

    private static TaxTable.Rate rate(ResultSet row) throws SQLException {
        @Nullable Integer from = row.getObject(5, Integer.class);
        @Nullable Integer to = row.getObject(6, Integer.class);
        return new TaxTable.Rate(
                row.getInt(1),
                row.getString(2),
                row.getInt(3),
                PostcodePattern.of(row.getString(4), from, to),
                row.getBigDecimal(7));
    }
}
