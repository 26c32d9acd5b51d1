package io.clientele.shared.job;

import io.clientele.shared.Refusal;

/**
 * Work that is done part by part, each in a transaction that also writes how far it has come: a kill loses the part in
 * hand and nothing else, and any instance goes on. What a job is about stands in the tables of the feature, by its id.
 * Each part runs as the caller who started the job, with the rights that are left.
 */
public interface JobWork {

    /** What the jobs are called, for example {@code customer_mass_action}. */
    String kind();

    /** The most things of one part, which is as many while nothing fails. */
    default int most() {
        return 500;
    }

    /**
     * Does the next part in the transaction in hand. It should end within two seconds.
     *
     * <p>What it throws rolls the part back. The next call asks for fewer things, until one that fails by itself goes to
     * {@link #skip}. That the database is gone or another transaction was in the way is no failure: the part is tried
     * again.
     *
     * @return how far the job is then
     */
    JobPart advance(RunningJob job);

    /**
     * Passes over the one thing that could not be done, or ends the job with {@link JobPart#failed}; in a transaction of
     * its own.
     *
     * @param failure why; of what nobody foresaw only a report's id
     */
    JobPart skip(RunningJob job, Refusal failure);

    /** The job ends in the transaction in hand. */
    default void ended(RunningJob job, JobStatus status) {}
}
