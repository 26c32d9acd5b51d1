package io.clientele.transfer;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row says that a customer has.
 *
 * @param customerId null for somebody whom another file brings
 * @param websiteId the website of the balances
 * @param amounts by their columns
 */
record FinanceRow(FileRow row, @Nullable Long customerId, int websiteId, Map<String, BigDecimal> amounts) {

    /** The balance of a column, as it is known here. */
    StoredFactRepository.BalanceKey key(String column) {
        return new StoredFactRepository.BalanceKey(
                customerId == null ? 0 : customerId, websiteId, FinanceColumns.kind(column));
    }
}
