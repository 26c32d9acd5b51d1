package io.clientele.shared.job;

import io.clientele.shared.Recurring;
import io.clientele.shared.job.JobQueueRepository.Taken;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Goes on with jobs part by part: every second, and at once when this instance has started one. */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private static final int SHRINK = 8;
    private static final int MOST_TRIES = 10;

    private final Map<String, JobWork> works;
    private final JobParts parts;
    private final Recurring recurring;
    private final Semaphore places;
    private volatile boolean stopping;

    @Inject
    JobRunner(@All List<JobWork> works, JobParts parts, JobConfig config, Recurring recurring) {
        this.works = works.stream().collect(Collectors.toMap(JobWork::kind, Function.identity()));
        this.parts = parts;
        this.recurring = recurring;
        this.places = new Semaphore(Math.max(0, config.runners()));
    }

    void start(@Observes StartupEvent event) {
        recurring.every(EVERY, "look for jobs", this::nudge);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Sets one more runner on the jobs, unless enough are. Each job has a request context of its own. */
    void nudge() {
        if (stopping || !places.tryAcquire()) {
            return;
        }
        recurring.once("go on with a job", () -> {
            boolean found;
            try {
                found = goOnWithOne();
            } finally {
                places.release();
            }
            if (found) {
                nudge();
            }
        });
    }

    private boolean goOnWithOne() {
        Optional<Taken> taken = parts.take(List.copyOf(works.keySet()));
        taken.ifPresent(job -> {
            // There may be another one, for another runner.
            nudge();
            JobWork work = works.get(job.kind());
            if (work != null) {
                goOn(work, job);
            }
        });
        return taken.isPresent();
    }

    private void goOn(JobWork work, Taken job) {
        // What had to wait may have been too much for one statement's time.
        int most = job.tries() == 0 ? work.most() : Math.max(1, work.most() / SHRINK);
        int waits = job.tries();
        while (!stopping) {
            try {
                if (!parts.advance(work, job, most)) {
                    return;
                }
                most = Math.min(work.most(), most * 2);
                waits = 0;
            } catch (RuntimeException e) {
                if (JobFailures.isPassing(e) && waits < MOST_TRIES) {
                    LOG.debugf(e, "job %d has to wait", job.id());
                    parts.pause(new Taken(job.id(), job.kind(), job.holder(), waits));
                    return;
                }
                if (most > 1) {
                    most = Math.max(1, most / SHRINK);
                } else if (!passOver(work, job, e)) {
                    return;
                }
            }
        }
        parts.release(job);
    }

    private boolean passOver(JobWork work, Taken job, RuntimeException failure) {
        try {
            return parts.skip(work, job, JobFailures.refusal(failure));
        } catch (RuntimeException e) {
            if (JobFailures.isPassing(e)) {
                parts.pause(job);
            } else {
                LOG.errorf(e, "Job %d (%s) cannot go on", job.id(), job.kind());
                parts.fail(work, job, JobFailures.refusal(e));
            }
            return false;
        }
    }
}
