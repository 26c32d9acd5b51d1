package io.clientele.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.clientele.shared.Caller;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchField.Type;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements about {@code transfer_export}. */
@ApplicationScoped
class ExportRepository {

    private static final String COLUMNS =
            "e.id, e.kind, e.format, e.filters, e.excluded, e.starter_type, e.starter_id, e.created_at";
    private static final Search.Source SOURCE = new Search.Source(
            COLUMNS,
            "transfer_export e",
            new SearchFields(List.of(
                    SearchField.of("id", Type.INTEGER, "e.id").always(),
                    SearchField.folded("entity", "e.kind").always(),
                    SearchField.of("created_at", Type.MOMENT, "e.created_at").always())),
            "e.id");
    private static final String ADD = """
            insert into transfer_export (kind, format, filters, excluded, starter_type, starter_id, created_at)
            values (?, ?, ?::jsonb, ?, ?, ?, ?) returning id""";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final Search search;

    @Inject
    ExportRepository(Database database, Search search) {
        this.database = database;
        this.search = search;
    }

    long add(
            TransferKind kind,
            FileFormat format,
            List<SearchCriteria.Filter> filters,
            List<String> excluded,
            Caller starter,
            Instant now) {
        return database.first(
                        SqlFragment.of(
                                ADD,
                                kind.code(),
                                format.code(),
                                written(filters),
                                excluded.toArray(String[]::new),
                                starter.type().number(),
                                starter.id(),
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** @param of only if this caller has asked for it; null for whoever has */
    Optional<Export> find(long id, @Nullable Caller of) {
        SqlFragment query = SqlFragment.of("select " + COLUMNS + " from transfer_export e where e.id = ?", id);
        return database.first(of == null ? query : query.then("and").then(own(of)), ExportRepository::read);
    }

    SearchResults<Export> search(SearchCriteria criteria, @Nullable Caller of) {
        return search.page(SOURCE, of == null ? SqlFragment.EMPTY : own(of), criteria, ExportRepository::read);
    }

    private static SqlFragment own(Caller of) {
        return SqlFragment.of(
                "e.starter_type = ? and e.starter_id = ?", of.type().number(), of.id());
    }

    private static String written(List<SearchCriteria.Filter> filters) {
        ArrayNode list = JSON.createArrayNode();
        filters.forEach(filter -> list.addObject()
                .put("field", filter.field())
                .put("value", filter.text())
                .put("condition", filter.conditionType()));
        return list.toString();
    }

    private static Export read(ResultSet row) throws SQLException {
        return new Export(
                row.getLong("id"),
                TransferKind.of(row.getString("kind")),
                FileFormat.of(row.getString("format")),
                filters(row.getString("filters")),
                List.of((String[]) row.getArray("excluded").getArray()),
                row.getInt("starter_type"),
                row.getLong("starter_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static List<SearchCriteria.Filter> filters(String text) {
        try {
            List<SearchCriteria.Filter> filters = new ArrayList<>();
            for (JsonNode each : JSON.readTree(text)) {
                filters.add(SearchCriteria.Filter.of(
                        each.get("field").asText(),
                        each.get("value").asText(),
                        each.get("condition").asText()));
            }
            return filters;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("filters that were written can be read", e);
        }
    }
}
