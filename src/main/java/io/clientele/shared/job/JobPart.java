package io.clientele.shared.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is after a part.
 *
 * @param position where the next part begins, in the work's own words
 * @param done how much is done in all, with what failed
 * @param total how much there is in all; 0 while that is not known
 * @param message what it is doing, or how it ended; null when there is nothing to say
 * @param errors what this part had to pass over
 * @param end how the job ends with it; null while it goes on
 */
public record JobPart(
        String position,
        long done,
        long total,
        @Nullable String message,
        List<JobError> errors,
        @Nullable JobStatus end) {

    /** There is more to do. */
    public static JobPart more(
            String position, long done, long total, @Nullable String message, List<JobError> errors) {
        return new JobPart(position, done, total, message, errors, null);
    }

    /** All is done. */
    public static JobPart last(
            String position, long done, long total, @Nullable String message, List<JobError> errors) {
        return new JobPart(position, done, total, message, errors, JobStatus.DONE);
    }

    /** It can not go on; what was done stays done. */
    public static JobPart failed(RunningJob job, String message, List<JobError> errors) {
        return new JobPart(job.position(), job.done() + errors.size(), job.total(), message, errors, JobStatus.FAILED);
    }
}
