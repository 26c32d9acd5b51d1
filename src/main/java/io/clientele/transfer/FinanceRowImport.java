package io.clientele.transfer;

import com.fasterxml.jackson.databind.node.DecimalNode;
import io.clientele.activity.ActivityService;
import io.clientele.activity.BalanceDraft;
import io.clientele.shared.load.LoadResult;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes over what customers have of store credit and reward points, as of now: files do not say of which moment they are. */
@ApplicationScoped
class FinanceRowImport implements RowImport {

    private static final String BALANCES = "balances";

    private final ActivityService activity;
    private final FinanceCells cells;
    private final StoredFactRepository stored;
    private final Stores stores;
    private final Clock clock;

    @Inject
    FinanceRowImport(
            ActivityService activity, FinanceCells cells, StoredFactRepository stored, Stores stores, Clock clock) {
        this.activity = activity;
        this.cells = cells;
        this.stored = stored;
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public boolean takes(TransferKind kind) {
        return kind == TransferKind.CUSTOMER_FINANCE;
    }

    @Override
    public void take(ImportDraft how, List<RowGroup> groups, ImportPart part, boolean write) {
        Map<Integer, Map<String, Long>> accounts = cells.accounts(how, groups);
        List<FinanceRow> rows = new ArrayList<>();
        for (RowGroup group : groups) {
            try {
                rows.add(cells.read(how, group.first(), accounts, part.announced()));
            } catch (BadCell bad) {
                part.refuse(group.first(), bad);
            }
        }
        if (write) {
            store(rows, part);
        }
    }

    private void store(List<FinanceRow> rows, ImportPart part) {
        Map<StoredFactRepository.BalanceKey, BigDecimal> before = before(rows);
        String now = clock.instant().toString();
        List<FinanceRow> owners = new ArrayList<>();
        List<BalanceDraft> drafts = new ArrayList<>();
        for (FinanceRow row : rows) {
            row.amounts().forEach((column, amount) -> {
                StoredFactRepository.BalanceKey key = row.key(column);
                if (!isSame(before.get(key), amount)) {
                    owners.add(row);
                    drafts.add(new BalanceDraft(
                            key.customerId(), key.websiteId(), key.kind(), DecimalNode.valueOf(amount), now));
                }
            });
        }
        LoadResult result = activity.enterBalances(drafts);
        Set<FinanceRow> refused = new HashSet<>();
        for (LoadResult.LineFailure failure : result.failures()) {
            FinanceRow owner = owners.get((int) failure.line() - 1);
            if (refused.add(owner)) {
                part.refuse(owner.row(), new BadCell(FinanceColumns.EMAIL, failure.refusal()));
            }
        }
        for (FinanceRow row : rows) {
            if (!refused.contains(row)) {
                count(row, before, owners.contains(row), part);
            }
        }
    }

    private static void count(
            FinanceRow row, Map<StoredFactRepository.BalanceKey, BigDecimal> before, boolean changed, ImportPart part) {
        boolean known = row.amounts().keySet().stream().map(row::key).anyMatch(before::containsKey);
        part.count(changed && !known ? 1 : 0, changed && !known ? 0 : 1, changed ? 0 : 1);
    }

    private Map<StoredFactRepository.BalanceKey, BigDecimal> before(List<FinanceRow> rows) {
        return stored.balances(
                rows.stream().map(row -> row.key("").customerId()).toList());
    }

    private static boolean isSame(@Nullable BigDecimal stored, BigDecimal amount) {
        return stored != null && stored.compareTo(amount) == 0;
    }

    @Override
    public void count(ImportDraft how, List<RowGroup> groups, Tally tally) {
        Map<Integer, Map<String, Long>> accounts = cells.accounts(how, groups);
        Announced nothing = Announced.nothing();
        List<FinanceRow> here = new ArrayList<>();
        for (RowGroup group : groups) {
            FileRow row = group.first();
            try {
                here.add(cells.read(how, row, accounts, nothing));
            } catch (BadCell bad) {
                // Whoever is not here, or is not understood, has nothing here either.
                for (String column : FinanceColumns.AMOUNTS) {
                    if (!row.text(column).isEmpty()) {
                        BigDecimal amount = FileNumbers.read(row.text(column)).orElse(BigDecimal.ZERO);
                        tally.named(BALANCES, row.text(FinanceColumns.FINANCE_WEBSITE), column, 1, amount);
                    }
                }
            }
        }
        Map<StoredFactRepository.BalanceKey, BigDecimal> found = before(here);
        for (FinanceRow row : here) {
            String website = stores.website(row.websiteId()).code();
            row.amounts().forEach((column, amount) -> {
                tally.named(BALANCES, website, column, 1, amount);
                BigDecimal there = found.get(row.key(column));
                if (there != null) {
                    tally.found(BALANCES, website, column, 1, there);
                }
            });
        }
    }
}
