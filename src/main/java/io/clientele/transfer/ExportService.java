package io.clientele.transfer;

import io.clientele.customer.Customer;
import io.clientele.customer.CustomerQuery;
import io.clientele.customer.CustomerService;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.search.Pages;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchLimits;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * Exports of customers. An export says what is to be in the file; the file is written while it is fetched, page after page, and holds
 * what is there then.
 */
@ApplicationScoped
class ExportService {

    private static final int PAGE = 500;
    private static final int MOST_EXCLUDED = 1_000;

    private final ExportRepository exports;
    private final CustomerService customers;
    private final ExportRows rows;
    private final ImportRights rights;
    private final TransferAudit audit;
    private final SearchLimits limits;
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    ExportService(
            ExportRepository exports,
            CustomerService customers,
            ExportRows rows,
            ImportRights rights,
            TransferAudit audit,
            SearchLimits limits,
            CurrentCaller caller,
            Clock clock) {
        this.exports = exports;
        this.customers = customers;
        this.rows = rows;
        this.rights = rights;
        this.audit = audit;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Notes an export.
     *
     * @param excluded columns that are left out
     * @throws io.clientele.shared.Refusal when a filter or a column is none
     */
    @Transactional
    Export create(TransferKind kind, FileFormat format, List<SearchCriteria.Filter> filters, List<String> excluded) {
        List<String> header = rows.header(kind);
        excluded.stream().filter(column -> !header.contains(column)).findFirst().ifPresent(column -> {
            throw TransferRefusals.unknown("excluded_columns", column);
        });
        if (excluded.size() > MOST_EXCLUDED) {
            throw TransferRefusals.tooManyColumns(MOST_EXCLUDED);
        }
        var _ = customers.search(query(filters, 1, ""));
        long id = exports.add(kind, format, filters, excluded, caller.get(), clock.instant());
        Export export = get(id);
        audit.exportCreated(export);
        return export;
    }

    /** @throws io.clientele.shared.Refusal when there is none that the caller may know of */
    Export get(long id) {
        return exports.find(id, rights.limitedTo().orElse(null)).orElseThrow(() -> TransferRefusals.noSuchImport(id));
    }

    SearchResults<Export> search(SearchCriteria criteria) {
        return exports.search(criteria, rights.limitedTo().orElse(null));
    }

    /** The file, whose first page is read at once. */
    ImportService.Content file(Export export) {
        ExportFile file = file(export.kind(), export.format(), export.filters(), export.excluded());
        audit.exportRead(export);
        return file::write;
    }

    /** The same without an export that is noted. */
    ExportFile file(TransferKind kind, FileFormat format, List<SearchCriteria.Filter> filters, List<String> excluded) {
        int size = Math.min(PAGE, limits.maximumPageSize());
        Pages<Customer> pages = new Pages<>(after -> customers.search(query(filters, size, after)));
        return new ExportFile(format, rows.header(kind), excluded, pages, customer -> rows.rows(kind, customer));
    }

    private static CustomerQuery query(List<SearchCriteria.Filter> filters, int size, String after) {
        List<SearchCriteria.FilterGroup> groups = filters.stream()
                .map(filter -> new SearchCriteria.FilterGroup(List.of(filter)))
                .toList();
        return new CustomerQuery(new SearchCriteria(groups, null, size, null), null, after, false).forFile();
    }
}
