package io.clientele.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.clientele.shared.CsvCells;
import io.clientele.shared.Template;
import io.clientele.shared.job.JobError;
import io.clientele.shared.job.JobErrors;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is wrong with rows that were refused: a list, or a file to mend the other one by. */
@ApplicationScoped
class ImportErrorService {

    private static final int PART = 1_000;

    private final JobErrors errors;

    @Inject
    ImportErrorService(JobErrors errors) {
        this.errors = errors;
    }

    /** They are forgotten with the job, some days after its end. */
    SearchResults<JobError> search(Import run, SearchCriteria criteria) {
        return errors.search(run.jobId() == null ? 0 : run.jobId(), criteria);
    }

    ImportService.Content file(Import run) {
        long job = run.jobId() == null ? 0 : run.jobId();
        return out -> write(job, out);
    }

    private void write(long job, OutputStream out) {
        try (CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord("line", "column", "message");
            int place = 0;
            List<JobError> part;
            do {
                part = errors.after(job, place, PART);
                for (JobError error : part) {
                    csv.writeRecord(
                            Long.toString(error.number()),
                            CsvCells.neutral(error.field()),
                            CsvCells.neutral(Template.render(error.message(), error.parameters())));
                }
                place += part.size();
            } while (part.size() == PART);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
