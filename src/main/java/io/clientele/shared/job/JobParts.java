package io.clientele.shared.job;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Pauses;
import io.clientele.shared.Refusal;
import io.clientele.shared.job.JobQueueRepository.Held;
import io.clientele.shared.job.JobQueueRepository.Taken;
import io.clientele.shared.sql.LaterStatements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does one part of a job in one transaction, which also writes how far the job is. */
@ApplicationScoped
class JobParts {

    /** How long a job whose instance is gone is left alone. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_SECONDS = 60;

    private final JobQueueRepository queue;
    private final JobErrors errors;
    private final JobCallers callers;
    private final CurrentCaller current;
    private final LaterStatements later;
    private final Clock clock;

    @Inject
    JobParts(
            JobQueueRepository queue,
            JobErrors errors,
            JobCallers callers,
            CurrentCaller current,
            LaterStatements later,
            Clock clock) {
        this.queue = queue;
        this.errors = errors;
        this.callers = callers;
        this.current = current;
        this.later = later;
        this.clock = clock;
    }

    /** A job that can be gone on with and is not. */
    Optional<Taken> take(List<String> kinds) {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> queue.take(kinds, now, now.plus(LEASE)));
    }

    /** Returns whether there is more to do here. */
    boolean advance(JobWork work, Taken taken, int most) {
        return inTransaction(work, taken, most, work::advance);
    }

    /** Passes over one thing. Returns whether there is more to do here. */
    boolean skip(JobWork work, Taken taken, Refusal failure) {
        return inTransaction(work, taken, 1, job -> work.skip(job, failure));
    }

    /** Ends it since it cannot go on. */
    void fail(JobWork work, Taken taken, Refusal failure) {
        inTransaction(work, taken, 1, job -> JobPart.failed(job, failure.rendered(), List.of()));
    }

    void pause(Taken taken) {
        Instant until = clock.instant().plus(Pauses.doubled(taken.tries() + 1, LONGEST_PAUSE));
        QuarkusTransaction.requiringNew().run(() -> queue.later(taken, until));
    }

    void release(Taken taken) {
        QuarkusTransaction.requiringNew().run(() -> queue.release(taken, clock.instant()));
    }

    private boolean inTransaction(JobWork work, Taken taken, int most, Function<RunningJob, JobPart> part) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            Held held = queue.lock(taken, most).orElse(null);
            if (held == null) {
                return false;
            }
            JobPart done = held.cancelled() ? cancelled(held.job()) : carryOut(held, part);
            write(work, held.job(), done);
            return done.end() == null;
        });
    }

    private JobPart carryOut(Held held, Function<RunningJob, JobPart> part) {
        if (!become(held.accepted())) {
            return JobPart.failed(held.job(), JobRefusals.callerGone().rendered(), List.of());
        }
        later.collect();
        JobPart done = part.apply(held.job());
        later.run();
        return done;
    }

    /** Whoever started it may have been revoked meanwhile, or have lost rights. */
    private boolean become(@Nullable Accepted accepted) {
        if (accepted == null) {
            return true;
        }
        Optional<Caller> now = callers.now(accepted.caller());
        now.ifPresent(caller -> {
            current.from(accepted.address(), accepted.requestId());
            current.calledItself(accepted.userAgent());
            current.set(caller);
        });
        return now.isPresent();
    }

    private static JobPart cancelled(RunningJob job) {
        return new JobPart(job.position(), job.done(), job.total(), null, List.of(), JobStatus.CANCELLED);
    }

    private void write(JobWork work, RunningJob job, JobPart part) {
        errors.add(job, part.errors());
        long failed = job.failed() + part.errors().size();
        JobStatus end = part.end();
        if (end == null) {
            queue.note(job.id(), part, failed, clock.instant().plus(LEASE));
        } else {
            work.ended(new RunningJob(job.id(), part.position(), part.done(), part.total(), failed, job.most()), end);
            queue.end(job.id(), part, failed, end, clock.instant());
        }
    }
}
