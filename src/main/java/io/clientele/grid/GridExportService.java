package io.clientele.grid;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.customer.CustomerQuery;
import io.clientele.customer.CustomerService;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.sql.SnapshotReader;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Exports what the grid shows: the chosen columns of all customers who match and whom the caller sees. */
@ApplicationScoped
public class GridExportService {

    private final GridColumns columns;
    private final GridSources sources;
    private final GridViewService views;
    private final CustomerService customers;
    private final SnapshotReader rows;
    private final AuditLog audit;

    @Inject
    GridExportService(
            GridColumns columns,
            GridSources sources,
            GridViewService views,
            CustomerService customers,
            SnapshotReader rows,
            AuditLog audit) {
        this.columns = columns;
        this.sources = sources;
        this.views = views;
        this.customers = customers;
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * What is asked for, not read yet. It leaves an entry in the audit log.
     *
     * @throws io.clientele.shared.Refusal when there is no such view, column or field, or a filter is wrong; not later, while it
     *     is read
     */
    public GridExport export(GridExportQuery asked) {
        GridExportQuery query = asked.view() == null ? asked : asked.over(views.view(asked.view()));
        List<GridCell> cells = cells(query.columns());
        String select = cells.stream().map(cell -> cell.source().sql()).collect(Collectors.joining(", "));
        String joins = cells.stream()
                .map(cell -> cell.source().join())
                .filter(join -> !join.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        SqlFragment statement = customers.rows(
                new CustomerQuery(query.criteria(), query.search(), null, false).forFile(), select, joins);
        audit.record(entry(query));
        return new GridExport(cells, statement, rows);
    }

    /** What is filtered by may name somebody; the names of the fields do not. */
    private static AuditDraft entry(GridExportQuery query) {
        List<String> filters = query.criteria().filterGroups().stream()
                .flatMap(group -> group.filters().stream())
                .map(SearchCriteria.Filter::field)
                .distinct()
                .toList();
        AuditDraft entry = AuditDraft.of("customer_grid.exported")
                .detail("format", query.format().word())
                .detail("columns", query.columns())
                .detail("filters", String.join(",", filters));
        return query.view() == null ? entry : entry.about("grid_view", query.view());
    }

    private List<GridCell> cells(@Nullable String codes) {
        List<GridColumn> all = columns.all();
        List<GridColumn> chosen = codes == null || codes.isBlank()
                ? all.stream().filter(GridColumn::isVisible).toList()
                : chosen(codes, all);
        return chosen.stream()
                .map(column -> new GridCell(
                        column,
                        sources.find(column.code())
                                .orElseThrow(() -> GridRefusals.notAColumn("columns", column.code()))))
                .toList();
    }

    private static List<GridColumn> chosen(String codes, List<GridColumn> all) {
        Map<String, GridColumn> byCode =
                all.stream().collect(Collectors.toMap(GridColumn::code, Function.identity(), (one, _) -> one));
        HashSet<String> seen = new HashSet<>();
        return Stream.of(codes.split(",", -1))
                .map(String::strip)
                .map(code -> {
                    GridColumn column = byCode.get(code);
                    if (column == null || !seen.add(code)) {
                        throw GridRefusals.notAColumn("columns", code);
                    }
                    return column;
                })
                .toList();
    }
}
