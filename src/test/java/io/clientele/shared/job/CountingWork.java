package io.clientele.shared.job;

import io.clientele.shared.AfterCommit;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Work of tests: counts from one to a hundred and stumbles over some numbers. */
@ApplicationScoped
class CountingWork implements JobWork {

    static final String KIND = "test_counting";
    static final long TOTAL = 2_000;

    /** Numbers that are refused, that fail for no known reason, and that end the job. */
    static final Set<Long> REFUSED = ConcurrentHashMap.newKeySet();

    static final Set<Long> BROKEN = ConcurrentHashMap.newKeySet();
    static final Set<Long> FATAL = ConcurrentHashMap.newKeySet();

    /** What was counted and committed, and by whom, by job. */
    static final Map<Long, List<Long>> COUNTED = new ConcurrentHashMap<>();

    static final Map<Long, JobStatus> ENDED = new ConcurrentHashMap<>();
    static final List<Long> CALLERS = new CopyOnWriteArrayList<>();

    private final AfterCommit afterCommit;
    private final CurrentCaller caller;

    @Inject
    CountingWork(AfterCommit afterCommit, CurrentCaller caller) {
        this.afterCommit = afterCommit;
        this.caller = caller;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobPart advance(RunningJob job) {
        long from = from(job);
        long upTo = Math.min(TOTAL, from + job.most());
        List<Long> counted = new ArrayList<>();
        for (long number = from + 1; number <= upTo; number++) {
            if (REFUSED.contains(number)) {
                throw Refusal.input("The number %1 of nobody@example.com is refused.")
                        .at(number);
            }
            if (BROKEN.contains(number) || FATAL.contains(number)) {
                throw new IllegalStateException("broken at " + number);
            }
            counted.add(number);
        }
        CALLERS.add(caller.get().id());
        afterCommit.run(() -> COUNTED.computeIfAbsent(job.id(), id -> new CopyOnWriteArrayList<>())
                .addAll(counted));
        return upTo == TOTAL
                ? JobPart.last(Long.toString(upTo), upTo, TOTAL, "Counted.", List.of())
                : JobPart.more(Long.toString(upTo), upTo, TOTAL, "Counting.", List.of());
    }

    @Override
    public JobPart skip(RunningJob job, Refusal failure) {
        long number = from(job) + 1;
        List<JobError> error = List.of(JobError.of(number, "number", failure));
        return FATAL.contains(number)
                ? JobPart.failed(job, "Stopped at " + number, error)
                : JobPart.more(Long.toString(number), number, TOTAL, "Counting.", error);
    }

    @Override
    public void ended(RunningJob job, JobStatus status) {
        ENDED.put(job.id(), status);
    }

    private static long from(RunningJob job) {
        return job.position().isEmpty() ? 0 : Long.parseLong(job.position());
    }
}
