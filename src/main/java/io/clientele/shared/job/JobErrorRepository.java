package io.clientele.shared.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchField.Type;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.Columns;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The statements about {@code job_error}. */
@ApplicationScoped
class JobErrorRepository {

    private static final String SELECT = "e.number, e.field, e.message, e.parameters";
    private static final Search.Source SOURCE = new Search.Source(
            SELECT,
            "job_error e",
            new SearchFields(List.of(
                    SearchField.of("number", Type.INTEGER, "e.number").always(),
                    SearchField.text("field", "e.field"),
                    SearchField.text("message", "e.message").always())),
            "e.place");
    private static final String AFTER =
            "select " + SELECT + " from job_error e where e.job_id = ? and e.place > ? order by e.place limit ?";

    /** The errors outlive the person's data. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s\"]+@[^\\s\"]+");

    private final Database database;
    private final Search search;
    private final ObjectMapper json;

    @Inject
    JobErrorRepository(Database database, Search search, ObjectMapper json) {
        this.database = database;
        this.search = search;
        this.json = json;
    }

    private record Placed(long job, long place, JobError error) {}

    /** @param after how many the job has already */
    void add(long job, long after, List<JobError> errors) {
        List<Placed> rows = new ArrayList<>(errors.size());
        for (JobError error : errors) {
            rows.add(new Placed(job, after + rows.size() + 1, error));
        }
        Columns<Placed> columns = new Columns<Placed>()
                .with("job_id", "bigint", Placed::job)
                .with("place", "integer", Placed::place)
                .with("number", "bigint", each -> each.error().number())
                .with("field", "text", each -> each.error().field())
                .with("message", "text", each -> masked(each.error().message()))
                .with("parameters", "jsonb", each -> written(each.error().parameters()));
        database.run(
                SqlFragment.of("insert into job_error (" + columns.names() + ") select " + columns.values() + " from")
                        .then(columns.of(rows)));
    }

    SearchResults<JobError> page(long job, SearchCriteria criteria) {
        return search.page(SOURCE, SqlFragment.of("e.job_id = ?", job), criteria, this::read);
    }

    List<JobError> after(long job, int place, int most) {
        return database.list(SqlFragment.of(AFTER, job, place, most), this::read);
    }

    private JobError read(ResultSet row) throws SQLException {
        return new JobError(row.getLong(1), row.getString(2), row.getString(3), parameters(row.getString(4)));
    }

    private @Nullable Object parameters(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parameters that were written can be read", e);
        }
    }

    private @Nullable String written(@Nullable Object parameters) {
        try {
            return parameters == null
                    ? null
                    : masked(json.writeValueAsString(parameters).replace("\\u0000", " "));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parameters can be written", e);
        }
    }

    private static String masked(String text) {
        return EMAIL.matcher(text).replaceAll("…").replace('\0', ' ');
    }
}
