package io.clientele.privacy;

import io.clientele.shared.Refusal;
import io.clientele.shared.job.JobPart;
import io.clientele.shared.job.JobStatus;
import io.clientele.shared.job.JobWork;
import io.clientele.shared.job.RunningJob;
import io.clientele.shared.sql.LongStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Erases one person for each job, in one part. What fails is tried again later; what somebody stops is put off. */
@ApplicationScoped
class ErasureWork implements JobWork {

    static final String KIND = "privacy_erasure";

    private static final Duration STATEMENT = Duration.ofSeconds(30);

    private final PrivacyRequestRepository requests;
    private final Erasure erasure;
    private final PrivacyAudit audit;
    private final LongStatements longStatements;
    private final Clock clock;

    @Inject
    ErasureWork(
            PrivacyRequestRepository requests,
            Erasure erasure,
            PrivacyAudit audit,
            LongStatements longStatements,
            Clock clock) {
        this.requests = requests;
        this.erasure = erasure;
        this.audit = audit;
        this.longStatements = longStatements;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobPart advance(RunningJob job) {
        return longStatements.within(STATEMENT, () -> {
            requests.ofJob(job.id()).ifPresent(erasure::carryOut);
            return JobPart.last("", 1, 1, null, List.of());
        });
    }

    @Override
    public JobPart skip(RunningJob job, Refusal failure) {
        return JobPart.failed(job, failure.rendered(), List.of());
    }

    @Override
    public void ended(RunningJob job, JobStatus status) {
        if (status == JobStatus.DONE) {
            return;
        }
        requests.ofJob(job.id()).ifPresent(request -> {
            requests.delay(request.id(), status.name().toLowerCase(Locale.ROOT), clock.instant());
            if (status == JobStatus.CANCELLED) {
                requests.putOff(request.id(), true, clock.instant());
            }
            audit.note("delayed", requests.find(request.id()).orElseThrow());
        });
    }
}
