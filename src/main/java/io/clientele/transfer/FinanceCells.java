package io.clientele.transfer;

import io.clientele.access.SharingScope;
import io.clientele.customer.CustomerImport;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Fold;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads rows of store credit and reward points. */
@ApplicationScoped
class FinanceCells {

    /** Of amounts that are kept. */
    private static final int DECIMALS = 4;

    private final CustomerImport customers;
    private final SharingScope sharing;
    private final Stores stores;
    private final CurrentCaller caller;

    @Inject
    FinanceCells(CustomerImport customers, SharingScope sharing, Stores stores, CurrentCaller caller) {
        this.customers = customers;
        this.sharing = sharing;
        this.stores = stores;
        this.caller = caller;
    }

    /** The accounts that rows may name: by website, and then by the key of the address. */
    Map<Integer, Map<String, Long>> accounts(ImportDraft how, List<RowGroup> groups) {
        Map<Integer, Set<String>> named = new HashMap<>();
        for (RowGroup group : groups) {
            FileRow row = group.first();
            website(how, row, FinanceColumns.WEBSITE)
                    .ifPresent(website -> named.computeIfAbsent(website, _ -> new HashSet<>())
                            .add(Fold.key(row.text(FinanceColumns.EMAIL))));
        }
        Map<Integer, Map<String, Long>> accounts = new HashMap<>();
        named.forEach((website, emails) -> accounts.put(website, customers.accounts(website, emails)));
        return accounts;
    }

    /** @throws BadCell for a row that says nothing of anybody */
    FinanceRow read(ImportDraft how, FileRow row, Map<Integer, Map<String, Long>> accounts, Announced announced) {
        if (row.fault() != null) {
            throw row.fault();
        }
        for (String column : TransferKind.CUSTOMER_FINANCE.required()) {
            if (row.text(column).isEmpty()) {
                throw new BadCell(column, TransferRefusals.required(column));
            }
        }
        int websiteId = known(how, row, FinanceColumns.WEBSITE);
        int financeId = known(how, row, FinanceColumns.FINANCE_WEBSITE);
        if (!sharing.includes(websiteId, financeId)) {
            throw invalid(row, FinanceColumns.FINANCE_WEBSITE);
        }
        String email = row.text(FinanceColumns.EMAIL);
        Long customer = accounts.getOrDefault(websiteId, Map.of()).get(Fold.key(email));
        if (customer == null && !announced.hasCustomer(websiteId, email)) {
            throw new BadCell(
                    FinanceColumns.EMAIL, TransferRefusals.noSuchCustomer(email, row.text(FinanceColumns.WEBSITE)));
        }
        return new FinanceRow(row, customer, financeId, amounts(how, row));
    }

    /** An empty cell says nothing; what stands for an empty value says that there is nothing. */
    private static Map<String, BigDecimal> amounts(ImportDraft how, FileRow row) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        for (String column : FinanceColumns.AMOUNTS) {
            String text = row.text(column);
            if (!text.isEmpty()) {
                amounts.put(column, text.equals(how.emptyValue()) ? BigDecimal.ZERO : amount(row, column));
            }
        }
        return amounts;
    }

    private static BigDecimal amount(FileRow row, String column) {
        BigDecimal amount = FileNumbers.read(row.text(column)).orElseThrow(() -> invalid(row, column));
        // Points come whole.
        if (column.equals(FinanceColumns.REWARD_POINTS)
                && amount.stripTrailingZeros().scale() > 0) {
            throw invalid(row, column);
        }
        return amount.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private int known(ImportDraft how, FileRow row, String column) {
        return website(how, row, column).orElseThrow(() -> invalid(row, column));
    }

    /** One that the caller may see. */
    Optional<Integer> website(ImportDraft how, FileRow row, String column) {
        return stores.websiteByCode(how.translation().website(row.text(column)))
                .map(Website::id)
                .filter(id -> id != Website.ADMIN && caller.get().maySee(id));
    }

    private static BadCell invalid(FileRow row, String column) {
        return new BadCell(column, TransferRefusals.invalid(column, row.text(column)));
    }
}
