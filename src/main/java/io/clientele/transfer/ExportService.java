package io.clientele.transfer;

import io.clientele.customer.CustomerQuery;
import io.clientele.customer.CustomerService;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exports of customers. An export says what is to be in the file; the file is written while it is fetched, part after part, and holds
 * what is there then.
 */
@ApplicationScoped
class ExportService {

    private static final int MOST_EXCLUDED = 1_000;

    private final ExportRepository exports;
    private final CustomerService customers;
    private final ExportRows rows;
    private final ImportRights rights;
    private final TransferAudit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    ExportService(
            ExportRepository exports,
            CustomerService customers,
            ExportRows rows,
            ImportRights rights,
            TransferAudit audit,
            CurrentCaller caller,
            Clock clock) {
        this.exports = exports;
        this.customers = customers;
        this.rows = rows;
        this.rights = rights;
        this.audit = audit;
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

    /** The file, whose first part is read at once. */
    ImportService.Content file(Export export) {
        ExportFile file = file(export.kind(), export.format(), export.filters(), export.excluded());
        audit.exportRead(export);
        return file::write;
    }

    /** The same without an export that is noted. */
    ExportFile file(TransferKind kind, FileFormat format, List<SearchCriteria.Filter> filters, List<String> excluded) {
        ExportParts parts = new ExportParts(rows.parts(kind, query(filters, null, null)));
        return new ExportFile(format, rows.header(kind), excluded, parts);
    }

    private static CustomerQuery query(
            List<SearchCriteria.Filter> filters, @Nullable Integer size, @Nullable String after) {
        List<SearchCriteria.FilterGroup> groups = filters.stream()
                .map(filter -> new SearchCriteria.FilterGroup(List.of(filter)))
                .toList();
        return new CustomerQuery(new SearchCriteria(groups, null, size, null), null, after, false).forFile();
    }
}
