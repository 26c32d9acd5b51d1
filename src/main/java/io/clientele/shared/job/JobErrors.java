package io.clientele.shared.job;

import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What jobs had to pass over, in the order in which they came to it; the first 100,000 of each. */
@ApplicationScoped
public class JobErrors {

    private static final long KEPT = 100_000;

    private final JobErrorRepository errors;

    @Inject
    JobErrors(JobErrorRepository errors) {
        this.errors = errors;
    }

    /** Finds errors of the job, for whoever may know of it. */
    public SearchResults<JobError> search(long job, SearchCriteria criteria) {
        return errors.page(job, criteria);
    }

    /**
     * Some of them in their order, for a file.
     *
     * @param place how many come before them
     */
    public List<JobError> after(long job, int place, int most) {
        return errors.after(job, place, most);
    }

    void add(RunningJob job, List<JobError> more) {
        int room = Math.clamp(KEPT - job.failed(), 0, more.size());
        if (room > 0) {
            errors.add(job.id(), job.failed(), more.subList(0, room));
        }
    }
}
