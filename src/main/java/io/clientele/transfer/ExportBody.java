package io.clientele.transfer;

import io.clientele.shared.ShownTime;
import io.clientele.shared.search.SearchCriteria;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An export as REST shows and takes it: {@code entity}, {@code format}, {@code filters} and {@code excluded_columns} are taken, and
 * the rest is shown only.
 *
 * @param entity {@code customer}, {@code customer_address} or {@code customer_composite}
 * @param format {@code csv} (without a word) or {@code ndjson}
 * @param filters by the fields customers are searched by; all of them must hold
 */
@Schema(
        name = "export",
        requiredProperties = {"entity"})
public record ExportBody(
        @Nullable Long id,
        @Nullable String entity,
        @Nullable String format,
        @Nullable List<FilterBody> filters,
        @Nullable List<String> excludedColumns,
        @Nullable String createdAt) {

    /** A filter of searches. */
    @Schema(name = "export-filter")
    public record FilterBody(
            @Nullable String field,
            @Nullable String value,
            @Nullable String conditionType) {

        static FilterBody of(SearchCriteria.Filter filter) {
            return new FilterBody(filter.field(), filter.text(), filter.conditionType());
        }

        SearchCriteria.Filter filter() {
            if (field == null) {
                throw TransferRefusals.required("field");
            }
            return SearchCriteria.Filter.of(field, value, conditionType);
        }
    }

    static ExportBody of(Export export) {
        return new ExportBody(
                export.id(),
                export.kind().code(),
                export.format().code(),
                export.filters().stream().map(FilterBody::of).toList(),
                export.excluded(),
                ShownTime.of(export.createdAt()));
    }
}
